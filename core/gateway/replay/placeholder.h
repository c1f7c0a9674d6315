// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QColor>
#include <QSize>

namespace lightwell {

/// A picture that stands for one nobody made.
struct Placeholder
{
    QSize size;
    ImageFormat format = ImageFormat::Png;
    std::optional<int> compression = {};
    bool isTransparent = false; ///< its ground is
    QColor matte = Qt::white;
    QString colours; ///< they follow from this text: pictures of different ones differ
};

/// The same order gives the same bytes. Takes its time: call it on the thread pool.
[[nodiscard]] Result<QByteArray> draw(const Placeholder &order);

} // namespace lightwell
