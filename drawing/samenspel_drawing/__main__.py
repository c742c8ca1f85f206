"""The command, as a module: ``python -m samenspel_drawing [SLUG ...]``."""

from samenspel_drawing.command import main

if __name__ == "__main__":
    main()
