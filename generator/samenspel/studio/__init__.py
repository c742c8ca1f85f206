"""The studio: a deck made in a browser, on the same files and stages as the command line.

A server for one person on one computer. ``guard`` refuses what does not come from the studio's own
pages, ``app`` answers the rest, ``engine`` holds the project open and lays out pages as they are
asked for, ``fields`` knows what may be typed where. The libraries of the server come with
``samenspel[studio]`` and are imported when a studio opens.
"""
