"""Record what was judged: nbgrader's gradebook, autograded notebooks, feedback pages."""
