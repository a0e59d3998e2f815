"""What authors and maintainers run: build, demo, strength."""
