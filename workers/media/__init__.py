"""Recordings: cut and encoded by ffmpeg, never by a shell."""
