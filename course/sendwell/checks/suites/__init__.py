"""The checks that learners may read, one module for each module of the course."""
