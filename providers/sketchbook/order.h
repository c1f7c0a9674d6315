// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QList>
#include <QSize>
#include <QString>

#include <optional>

namespace lightwell::sketchbook {

enum class Style { Scene, Pattern, Poster };

/// One valid commission: everything the studio needs to paint, already checked against the model's rules.
struct Order
{
    Style style = Style::Scene;
    QString prompt;
    QString negativePrompt;
    QSize size = QSize(1024, 1024);
    int n = 1;
    std::optional<quint64> seed;
    ImageFormat format = ImageFormat::Png;
    std::optional<int> compression;
};

} // namespace lightwell::sketchbook
