// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QStyleOption>

class QImage;
class QPainter;
class QWidget;

/// The shapes the style is made of. Radius: 6 inside controls, 8 controls, 10 to 12 cards.
namespace lightwell::painting {

constexpr int controlRadius = 8;
constexpr int innerRadius = 6;
constexpr int cardRadius = 11;
constexpr int controlHeight = 32;

/// A rounded rectangle whose border lies inside `rect`; a transparent border is none.
void roundedBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border = {},
                double width = 1);
/// Fills `place`. What was scaled for it, up to two pixels of rounding, is painted pixel for pixel: at 125 or 150 % the
/// corner of a widget lies between two pixels of the screen, and all it paints would be blurred by half a pixel.
/// `image` has no scale of its own.
void picture(QPainter *painter, const QRectF &place, const QImage &image);
/// Letters for Alt are underlined while Alt is held: a flag for QPainter::drawText.
[[nodiscard]] int mnemonicFlag(const QWidget *widget);
/// The ring that shows where the keyboard is.
/// For windows of their own, which have no see-through corners everywhere.
[[nodiscard]] QRegion roundedRegion(const QRect &rect, double radius);
void focusRing(QPainter *painter, const QRectF &rect, double radius, const Tokens &tokens);
/// The keyboard is here and was used to get here.
[[nodiscard]] bool showsFocus(const QStyleOption *option);

void button(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget);
/// False: nothing special about this one, let the base style do it.
[[nodiscard]] bool buttonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget);
void field(QPainter *painter, const QStyleOption *option);
void comboBox(QPainter *painter, const QStyleOptionComboBox *option);
void spinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up, const QRect &down);
void slider(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle);
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle);
void radio(QPainter *painter, const QStyleOption *option);
void checkBox(QPainter *painter, const QStyleOption *option);

} // namespace lightwell::painting
