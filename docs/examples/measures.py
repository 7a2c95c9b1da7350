"""Levels of the measure of effect, from: second-question export RESULTS --format parquet --out tables

Needs pandas, pyarrow and matplotlib.
"""
import matplotlib.pyplot as plt
import pandas as pd

rows = pd.read_parquet("tables/recommendations.parquet")
rows = rows[rows["repeats"].isna() & ~rows["misfiled"]]
shares = rows.groupby("document_kind")["measure_level"].value_counts(normalize=True).unstack(fill_value=0).reindex(columns=range(4), fill_value=0)

figure, axes = plt.subplots(figsize=(8, 4))
shares.plot.barh(stacked=True, ax=axes, cmap="Greys", edgecolor="black")
axes.set_xlabel("share of recommendations")
axes.set_ylabel("")
axes.legend(["not found in the text", "monitoring mentioned", "something counted", "compared with before"], title="how anyone would know", bbox_to_anchor=(1, 1))
figure.savefig("measures.png", dpi=150, bbox_inches="tight")
