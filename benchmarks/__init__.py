"""What the guide's promises of speed, growth and weight are measured with: `make bench`."""
