"""Recordings whose sound says when it is: a hum that pauses, with beeps; and ears that hear beeps."""

from __future__ import annotations

import io
import subprocess
import wave
from collections.abc import Iterable

import imageio_ffmpeg
import numpy as np

RATE = 8000
FFMPEG: str = imageio_ffmpeg.get_ffmpeg_exe()


def recording(seconds: int, pauses: Iterable[tuple[float, float]] = (), beeps: Iterable[float] = ()) -> bytes:
    """A WAV file of 8 kHz and 8 bits: a hum of 200 Hz, silent in the pauses, and a second of 1,500 Hz at each beep."""
    second = np.arange(RATE) / RATE
    hum = (128 + 40 * np.sin(2 * np.pi * 200 * second)).astype(np.uint8)
    beep = (128 + 90 * np.sin(2 * np.pi * 1500 * second)).astype(np.uint8)
    samples = np.tile(hum, seconds)
    for start, end in pauses:
        samples[round(start * RATE) : round(end * RATE)] = 128
    for at in beeps:
        samples[round(at * RATE) : round(at * RATE) + RATE] = beep
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return made.getvalue()


def converted(body: bytes, *arguments: str) -> bytes:
    """The recording in another form, by ffmpeg's own defaults."""
    given = [FFMPEG, "-v", "error", "-i", "pipe:0", *arguments, "pipe:1"]
    return subprocess.run(given, input=body, capture_output=True, check=True).stdout


def beeps_in(body: bytes) -> list[float]:
    """Seconds at which beeps begin in any recording, to a twentieth."""
    samples = np.frombuffer(converted(body, "-f", "s16le", "-ac", "1", "-ar", str(RATE)), np.int16).astype(np.float32)
    size = RATE // 20
    frames = samples[: len(samples) // size * size].reshape(-1, size)
    spectrum = np.abs(np.fft.rfft(frames, axis=1))
    bin_of = round(1500 * size / RATE)
    loud = spectrum[:, bin_of] > 0.5 * spectrum.sum(axis=1).clip(min=1e5) / 2
    starts = np.flatnonzero(loud & ~np.concatenate(([False], loud[:-1])))
    return [float(at) * size / RATE for at in starts]


def seconds_of(body: bytes) -> float:
    """How long any recording is."""
    return len(converted(body, "-f", "s16le", "-ac", "1", "-ar", str(RATE))) / 2 / RATE
