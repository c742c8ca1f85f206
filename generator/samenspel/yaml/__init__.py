"""YAML as makers write it: read into located data, checked, and changed one value at a time."""
