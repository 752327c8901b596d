"""The tone card: the measures of all samples, and what follows from them in words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from workers.voice.measures import Spread, measure, spreads
from workers.voice.sampling import Sample


def measured(samples: Sequence[Sample]) -> dict[str, Spread]:
    """Each measure over the samples."""
    return spreads(measure(sample.text, sample.language or "en") for sample in samples)


def languages(samples: Sequence[Sample]) -> dict[str, int]:
    """Language → samples in it, most first; a regional form counts as its language, what is not told as other."""
    told = Counter((sample.language or "other").partition("-")[0].lower() for sample in samples)
    return dict(told.most_common())


def usual(known: Mapping[str, Spread]) -> dict[str, float]:
    """Measure → its mean over the samples: what is rare in each of them has the median 0."""
    return {name: spread.mean for name, spread in known.items()}
