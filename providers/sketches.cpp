// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketches.h"

#include "providers/sketchbook/painting.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 seed = 482910;

std::optional<sketchbook::Style> styleOf(const QString &model)
{
    if (model == "sketchbook-scene"_L1) {
        return sketchbook::Style::Scene;
    }
    if (model == "sketchbook-pattern"_L1) {
        return sketchbook::Style::Pattern;
    }
    return model == "sketchbook-poster"_L1 ? std::optional(sketchbook::Style::Poster) : std::nullopt;
}

} // namespace

QImage sketch(const QString &model, const QString &prompt, QSize size)
{
    const std::optional<sketchbook::Style> style = styleOf(model);
    if (!style) {
        return {};
    }
    sketchbook::Order order;
    order.style = *style;
    order.prompt = prompt;
    order.size = size;
    return sketchbook::paint(order, seed);
}

} // namespace lightwell
