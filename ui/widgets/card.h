// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace lightwell {

/// A rounded surface with a hairline. With Ground::Raised it is the quieter kind inside the sidebar and chips.
class Card : public QFrame
{
    Q_OBJECT
public:
    enum class Ground { Surface, Raised, Field };
    explicit Card(Ground ground = Ground::Surface, QWidget *parent = nullptr);
    void setRadius(double radius); ///< negative: half the height
    /// For fields: the border shows that the keyboard is inside.
    void setFocusBorder(bool focused);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
    double m_radius = 11;
    bool m_focused = false;
};

} // namespace lightwell
