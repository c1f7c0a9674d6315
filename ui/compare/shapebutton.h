// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sizerule.h"

#include <QAbstractButton>

namespace lightwell {

/// A shape as its outline; the chosen one also says its ratio.
class AspectButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit AspectButton(AspectRatio ratio, QWidget *parent = nullptr);
    [[nodiscard]] AspectRatio ratio() const { return m_ratio; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSizeF outline() const;
    [[nodiscard]] QString label() const;
    AspectRatio m_ratio;
};

} // namespace lightwell
