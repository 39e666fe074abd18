"""What the machine offers: its device, how exactly it should reckon, and who fetches the batches."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from dataclasses import dataclass

import torch

from pipeline.errors import ConfigError

_GIB = 1 << 30
_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1
"""Numbers of glibc's `mallopt`."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Where training runs, and for how long (`minutes`; 0 is to the end).

    `half` says that bfloat16 is quick there, `workers` make batches beside it.
    """

    device: torch.device
    half: bool
    workers: int
    minutes: float = 0

    def __str__(self) -> str:
        kind = torch.cuda.get_device_name(self.device) if self.device.type == "cuda" else "CPU"
        return f"{kind}, {'bfloat16' if self.half else 'float32'}, {torch.get_num_threads()} threads"


def find_machine(device: str = "auto", threads: int = 0, minutes: float = 0) -> Machine:
    """Choose the device (`auto`, `cpu` or `cuda`) and set it up; no threads given means all cores.

    Raises:
        ConfigError: CUDA was asked for and isn't there, or torch is too old.
    """
    if device not in ("auto", "cpu", "cuda"):
        raise ConfigError(f"device: {device!r} is not one of auto, cpu, cuda")
    if not hasattr(torch.optim, "Muon"):
        raise ConfigError(
            f"torch {torch.__version__} is too old for training: pip install --upgrade 'dwibahasa[train]'"
        )
    has_cuda = torch.cuda.is_available()
    if device == "cuda" and not has_cuda:
        raise ConfigError("device: no CUDA here; use cpu or auto")
    torch.set_num_threads(threads or os.cpu_count() or 1)
    if has_cuda and device != "cpu":
        torch.backends.cuda.matmul.allow_tf32 = True
        workers = min(8, (os.cpu_count() or 2) - 1)
        return Machine(torch.device("cuda"), torch.cuda.is_bf16_supported(), workers, minutes)
    _keep_memory()
    # Every shape of a batch is a kernel of its own, kept rather than made again; eight times as many were no quicker,
    # and two trainings side by side then filled 24 GiB within an hour.
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "1024")
    quick = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return Machine(torch.device("cpu"), bool(quick and quick()), 0, minutes)


def give_back_memory() -> None:
    """Give back what lies free between the tensors: batches of ever new shapes leave gaps, gigabytes in an hour."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").malloc_trim(0)


def _keep_memory() -> None:
    """Let glibc keep what it has: giving every large tensor back and asking again costs a tenth of a step."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            libc = ctypes.CDLL("libc.so.6")
            libc.mallopt(_MMAP_THRESHOLD, _GIB)
            libc.mallopt(_TRIM_THRESHOLD, _GIB)
