#!/usr/bin/env python3
"""Makes message.wav and mention.wav beside this script: two soft tones each, 44.1 kHz, mono, 16 bit. Needs Python only."""

import math
import pathlib
import struct
import wave

RATE = 44_100
HERE = pathlib.Path(__file__).resolve().parent


def tone(samples, start, hertz, seconds, bright):
    """Adds one tone: a raised-cosine attack, a decay like that of a struck bar, and a release that ends at exactly zero."""
    attack, release = 0.012, 0.06
    for n in range(int(seconds * RATE)):
        t = n / RATE
        level = math.exp(-t * 9.0)
        if t < attack:
            level *= 0.5 - 0.5 * math.cos(math.pi * t / attack)
        if t > seconds - release:
            level *= 0.5 + 0.5 * math.cos(math.pi * (t - seconds + release) / release)
        # overtones die away sooner than the tone, as they do in wood
        value = math.sin(2 * math.pi * hertz * t)
        value += bright * math.exp(-t * 14) * math.sin(2 * math.pi * 2 * hertz * t)
        value += bright * 0.4 * math.exp(-t * 25) * math.sin(2 * math.pi * 3 * hertz * t)
        samples[int(start * RATE) + n] += level * value


def sound(name, tones, peak_dbfs):
    """Writes the tones (start s, pitch Hz, length s, brightness), scaled to the peak."""
    length = max(start + seconds for start, _, seconds, _ in tones)
    samples = [0.0] * (int(length * RATE) + 2)
    for start, hertz, seconds, bright in tones:
        tone(samples, start, hertz, seconds, bright)
    scale = 32_767 * 10 ** (peak_dbfs / 20) / max(abs(s) for s in samples)
    with wave.open(str(HERE / name), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(s * scale)) for s in samples))


# a fourth up, G5 C6; for a mention a fifth up and brighter, C6 G6
sound("message.wav", [(0.0, 783.99, 0.24, 0.12), (0.10, 1046.50, 0.27, 0.12)], -14)
sound("mention.wav", [(0.0, 1046.50, 0.22, 0.30), (0.09, 1567.98, 0.29, 0.30)], -13)
