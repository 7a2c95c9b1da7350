# Recommendations by tier, from: second-question export RESULTS --format csv --out tables
rows <- read.csv("tables/recommendations.csv", fileEncoding = "UTF-8-BOM", na.strings = "")
rows <- subset(rows, is.na(repeats) & misfiled == "no")
order <- c("aspiration", "task", "clear", "checkable", "testable")
counts <- table(factor(rows$tier, levels = order))
# Reviews are the sampling unit: resample whole reviews for intervals, never single recommendations.
reviews <- split(rows, rows$sha256)
set.seed(2029)
draws <- replicate(1000, {
  drawn <- do.call(rbind, sample(reviews, replace = TRUE))
  prop.table(table(factor(drawn$tier, levels = order)))
})
limits <- apply(draws, 1, quantile, c(.025, .975))
png("tiers.png", width = 900, height = 540, res = 120)
at <- barplot(prop.table(counts), ylim = c(0, 1), ylab = "share of recommendations", col = "grey70", main = paste0("n = ", nrow(rows), " in ", length(reviews), " reviews"))
arrows(at, limits[1, ], at, limits[2, ], angle = 90, code = 3, length = .05)
dev.off()
