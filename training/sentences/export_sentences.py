"""Export a checkpoint to ONNX in int8, with a manifest of digests and temperatures.

    python training/sentences/export_sentences.py --data DATA --checkpoint WORK/plv.pt --out FOLDER

Temperatures are fitted on what training held out, through the int8 network; that of acts needs the
scores of the folds (`--folds WORK/folds.npz`, see folds.py), for no sentence of PLV is held out.
"""

import argparse
import hashlib
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from attitude_corpus import read_newsmtsc
from examples import held_out
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from sentence_network import SHIPPED, SentenceNetwork, embedding, part_means
from torch import Tensor, nn
from train_sentences import read_config, read_everything

from onrecord.reader.sentences import SentenceNetwork as Shipped
from onrecord.weights.reader import reader_weights
from onrecord.weights.sentences import SentenceWeights

HERE = Path(__file__).parent
OPSET = 17
OUTPUTS = ("vector", "weights", *SHIPPED)
FP32 = ("query", "score")
"""Layers of a head that stay in fp32: they are small, and decide."""


class Whole(nn.Module):
    """Everything one pass gives, without padding."""

    def __init__(self, network: SentenceNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, roles: Tensor, inside: Tensor) -> tuple[Tensor, ...]:
        mask = torch.ones_like(pieces)
        states = self.network.encoder(pieces, roles, mask)
        parts = part_means(states, roles)
        found = {
            name: self.network.heads[name](states, parts, inside.to(states.dtype))
            for name in SHIPPED
        }
        scores = (found[name][0] for name in SHIPPED)
        return (embedding(self.network.vector(states), mask), found["acts"][1], *scores)


def export(network: SentenceNetwork, path: Path) -> None:
    """Trace the network; texts and pieces are free dimensions."""
    pieces = torch.randint(1000, 20000, (2, 14))
    roles = torch.zeros(2, 14, dtype=torch.long)
    names = ["pieces", "roles", "inside"]
    axes = {name: {0: "texts", 1: "pieces"} for name in (*names, "weights")}
    axes |= {name: {0: "texts"} for name in ("vector", *SHIPPED)}
    torch.onnx.export(
        Whole(network),
        (pieces, roles, torch.ones_like(pieces)),
        str(path),
        input_names=names,
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Weights to int8 a channel; activations are quantised as they come."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        nodes = onnx.load(str(prepared)).graph.node
        kept = [n.name for n in nodes if not set(FP32).isdisjoint(n.name.split("/")[-2:])]
        kept = [name for name in kept if "heads" in name]
        quantize_dynamic(
            str(prepared),
            str(target),
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=kept,
        )
    onnx.checker.check_model(str(target))


def fitted_temperature(scores: np.ndarray, labels: np.ndarray) -> float:
    """The temperature under which the right labels are likeliest."""
    choices = np.linspace(0.5, 4.0, 71)

    def surprise(temperature: float) -> float:
        scaled = scores / temperature
        top = scaled.max(axis=1, keepdims=True)
        total = np.log(np.exp(scaled - top).sum(axis=1)) + top[:, 0]
        return float((total - scaled[np.arange(len(labels)), labels]).mean())

    return round(float(min(choices, key=surprise)), 3)


def temperatures(path: Path, data: Path, folds: Path | None) -> dict[str, float]:
    """One a head, through the exported network."""
    kept = [e for e in read_everything(data) if held_out(e)]
    plain = SentenceWeights(path, "", dict.fromkeys(SHIPPED, 1.0))
    network = Shipped(plain, reader_weights().vocabulary)
    found = {}
    for task in SHIPPED:
        examples = [e for e in kept if e.task == task]
        if task == "targets":
            examples = read_newsmtsc(data / "newsmtsc" / "dev.jsonl.gz")
        if task == "stances":
            examples = [e for e in examples if e.corpus == "own-pairs"] or examples[:500]
        if task == "acts":
            saved = np.load(folds) if folds and folds.is_file() else None
            scores, labels = (saved["scores"], saved["labels"]) if saved else (None, None)
        else:
            chances = network.chances(task, [(e.sentence, e.second) for e in examples[:800]])
            scores = np.log(np.maximum(chances, 1e-9))
            labels = np.array([e.labels[0] for e in examples[:800]])
        usable = scores is not None and len(scores)
        found[task] = fitted_temperature(scores, labels) if usable else 1.0
    return found


def write_manifest(folder: Path, fitted: dict[str, float]) -> None:
    """Digest of the file there; the version is the digest of it and of the temperatures."""
    digest = hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest()
    version = hashlib.sha256(repr((digest, sorted(fitted.items()))).encode()).hexdigest()[:12]
    lines = [f'version = "{version}"', "", "[temperatures]"]
    lines += [f"{name} = {value}" for name, value in fitted.items()]
    lines += ["", "[files]", f'"encoder.onnx" = "{digest}"']
    (folder / "manifest.toml").write_text("\n".join(lines) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    network = SentenceNetwork(read_config(arguments.config).shape)
    network.load_state_dict(torch.load(arguments.checkpoint, weights_only=True))
    network.eval()
    arguments.out.mkdir(parents=True, exist_ok=True)
    target = arguments.out / "encoder.onnx"
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "encoder.onnx"
        export(network, raw)
        quantise(raw, target)
    write_manifest(arguments.out, temperatures(target, arguments.data, arguments.folds))
    print((arguments.out / "manifest.toml").read_text(), target.stat().st_size)


if __name__ == "__main__":
    main()
