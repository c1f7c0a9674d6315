// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace lightwell {

/// A card that opens over the window beside the control that called it, and goes with Escape or a click elsewhere.
/// It lives inside the window: soft corners and shadow need no compositor, and no place on the screen has to be known,
/// which Wayland would not tell.
class Popover : public QWidget
{
    Q_OBJECT
public:
    explicit Popover(QWidget *parent = nullptr);
    /// Below `anchor`, above it where there is more room, and always inside the window. `wanted` is the card's size.
    void openAt(QWidget *anchor, QSize wanted);
    /// Another size of the open card, on the side of its anchor where it opened.
    void resizeTo(QSize wanted);
    /// The height there is below or above `anchor`, whichever is more.
    [[nodiscard]] static int roomBeside(const QWidget *anchor);
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    /// Room for the shadow around the card: what a layout adds to its own margins.
    static constexpr int shadow = 14;

private:
    void place();
    [[nodiscard]] bool isInside(const QObject *object) const;
    QPointer<QWidget> m_anchor;
    QSize m_wanted;
    bool m_above = false;
};

} // namespace lightwell
