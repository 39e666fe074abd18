"""Muon in full precision goes where torch's own does, and its state is torch's."""

import pytest
import torch

from pipeline.training.muon import PlainMuon


def made(kind: type[torch.optim.Muon], weights: torch.nn.Parameter) -> torch.optim.Optimizer:
    return kind([weights], lr=0.01, weight_decay=0.1, momentum=0.9, adjust_lr_fn="match_rms_adamw")


@pytest.mark.parametrize("shape", [(24, 24), (16, 40), (40, 16)])
def test_it_goes_where_torchs_own_goes(shape: tuple[int, int]) -> None:
    chance = torch.Generator().manual_seed(1)
    start = torch.randn(shape, generator=chance)
    gradients = [torch.randn(shape, generator=chance) for _ in range(5)]
    moved = []
    for kind in (torch.optim.Muon, PlainMuon):
        weights = torch.nn.Parameter(start.clone())
        optimizer = made(kind, weights)
        for gradient in gradients:
            weights.grad = gradient.clone()
            optimizer.step()
        moved.append(weights.detach() - start)
    theirs, ours = moved
    # bfloat16 has eight bits: three figures are the same, and the direction is.
    assert torch.nn.functional.cosine_similarity(theirs.flatten(), ours.flatten(), dim=0) > 0.999
    assert ours.norm() == pytest.approx(float(theirs.norm()), rel=0.02)


def test_a_training_may_go_on_with_the_other() -> None:
    chance = torch.Generator().manual_seed(2)
    first, then = (torch.randn((8, 8), generator=chance) for _ in range(2))
    ended = []
    for kind in (torch.optim.Muon, PlainMuon):
        weights = torch.nn.Parameter(torch.ones(8, 8))
        theirs = made(torch.optim.Muon, weights)
        weights.grad = first.clone()
        theirs.step()
        other = made(kind, weights)
        other.load_state_dict(theirs.state_dict())
        # Alone it points elsewhere than with what is kept of the first one.
        weights.grad = then.clone()
        before = weights.detach().clone()
        other.step()
        ended.append(weights.detach() - before)
    theirs_went, ours_went = (one.flatten() for one in ended)
    assert torch.nn.functional.cosine_similarity(theirs_went, ours_went, dim=0) > 0.999


@pytest.mark.parametrize("other", [{"nesterov": False}, {"adjust_lr_fn": "original"}])
def test_what_it_does_not_do_is_refused(other: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="alone"):
        PlainMuon([torch.nn.Parameter(torch.ones(2, 2))], **({"adjust_lr_fn": "match_rms_adamw"} | other))
