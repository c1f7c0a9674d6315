// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/icons.h"

#include <QWidget>

#include <optional>

namespace lightwell {

/// What a message means. Always shown as a sign and in words, never by colour alone.
enum class Meaning { Neutral, Ok, Info, Warning, Bad };

/// A small sign in the colour of its meaning, an icon as large as the letters beside it.
class Sign : public QWidget
{
    Q_OBJECT
public:
    enum class Shape { Dot, Icon };
    explicit Sign(Meaning meaning, Shape shape = Shape::Icon, QWidget *parent = nullptr);
    void setMeaning(Meaning meaning);
    void setIcon(Icon icon); ///< in place of the one of its meaning
    [[nodiscard]] Meaning meaning() const { return m_meaning; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Meaning m_meaning;
    Shape m_shape;
    std::optional<Icon> m_icon;
};

} // namespace lightwell
