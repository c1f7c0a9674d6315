// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sizerule.h"

#include <QAbstractButton>

#include <optional>

namespace lightwell {

/// A shape as its outline with its ratio below it; all outlines have the same area. Without a ratio: pixels of one's
/// own.
class ShapeButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ShapeButton(std::optional<AspectRatio> ratio, QWidget *parent = nullptr);
    [[nodiscard]] std::optional<AspectRatio> ratio() const { return m_ratio; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSizeF outline() const;
    std::optional<AspectRatio> m_ratio;
};

} // namespace lightwell
