"""The worker's numbers as Prometheus metrics, made when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from workers.runtime.inflight import InFlight
from workers.runtime.stats import BUCKETS, Distribution, Health, Stats


class WorkerCollector(Collector):
    """Reads the plain counters; runs on the metrics server's thread, so it copies before it iterates."""

    def __init__(self, stats: Stats, inflight: InFlight, health: Health, concurrency: int) -> None:
        self._stats = stats
        self._inflight = inflight
        self._health = health
        self._concurrency = concurrency

    def collect(self) -> Iterable[Metric]:
        """Every metric of the worker."""
        stats = self._stats
        jobs = CounterMetricFamily(
            "catalyst_jobs", "Jobs this worker let go of, by outcome.", labels=["kind", "outcome"]
        )
        for (kind, outcome), count in list(stats.outcomes.items()):
            jobs.add_metric([kind, outcome], count)
        yield jobs
        yield _histogram("catalyst_job_duration_seconds", "Handler run time.", "kind", stats.durations)
        yield _histogram("catalyst_call_duration_seconds", "Round trips to the job engine.", "call", stats.calls)
        for name, text, label, counts in (
            ("catalyst_call_failures", "Calls without a usable answer.", "call", stats.failures),
            ("catalyst_wakes", "Why the claimer looked for work.", "reason", stats.wakes),
            ("catalyst_reconnects", "Recoveries after a lost connection.", "part", stats.reconnects),
        ):
            family = CounterMetricFamily(name, text, labels=[label])
            for value, count in list(counts.items()):
                family.add_metric([value], count)
            yield family
        yield CounterMetricFamily("catalyst_jobs_claimed", "Jobs claimed.", value=stats.claimed)
        yield CounterMetricFamily(
            "catalyst_jobs_handed_back", "Jobs released unstarted or at shutdown.", value=stats.handed_back
        )
        gauges: tuple[tuple[str, str, float], ...] = (
            ("catalyst_slots", "Handlers that may run at once.", self._concurrency),
            ("catalyst_jobs_held", "Jobs under a lease of this worker.", len(self._inflight)),
            ("catalyst_jobs_running", "Slots in use.", self._inflight.running),
            ("catalyst_jobs_waiting", "Claimed jobs that wait for a slot.", len(self._inflight.waiting)),
            ("catalyst_healthy", "1 when /healthz answers 200.", float(self._health.problem() is None)),
        )
        for gauge in gauges:
            yield GaugeMetricFamily(gauge[0], gauge[1], value=gauge[2])


def render(stats: Stats, inflight: InFlight, health: Health, concurrency: int) -> bytes:
    """The text of `/metrics`."""
    registry = CollectorRegistry()
    registry.register(WorkerCollector(stats, inflight, health, concurrency))
    return generate_latest(registry)


def _histogram(name: str, text: str, label: str, values: Mapping[str, Distribution]) -> HistogramMetricFamily:
    family = HistogramMetricFamily(name, text, labels=[label])
    for value, distribution in list(values.items()):
        running, buckets = 0, []
        for bound, count in zip((*map(str, BUCKETS), "+Inf"), list(distribution.counts), strict=True):
            running += count
            buckets.append((bound, float(running)))
        family.add_metric([value], buckets, sum_value=distribution.total)
    return family
