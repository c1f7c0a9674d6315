// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgsize.h"

#include "core/media/svg/svgvalues.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace lightwell::svg {

using namespace Qt::StringLiterals;

namespace {

QString written(double number)
{
    constexpr int digits = 9;
    return QString::number(number, 'g', digits);
}

/// What is read again must be the same.
double rounded(double number)
{
    return written(number).toDouble();
}

std::optional<QRectF> readViewBox(const QString &text)
{
    const std::optional<SafeValue> value = safeValue(ValueKind::Numbers, text);
    const QStringList parts = QString(text).replace(u',', u' ').simplified().split(u' ');
    if (!value || parts.size() != 4) {
        return std::nullopt;
    }
    const QRectF box(parts.at(0).toDouble(), parts.at(1).toDouble(), parts.at(2).toDouble(), parts.at(3).toDouble());
    constexpr double smallest = 1e-4;
    return box.width() >= smallest && box.height() >= smallest ? std::optional(box) : std::nullopt;
}

/// As browsers do it: what is no length, or none that anything could be seen of, is not said.
std::optional<double> sideOf(const QString &length)
{
    const std::optional<double> side = pixels(length.trimmed());
    return side && *side > 0 ? side : std::nullopt;
}

} // namespace

QString RootSize::viewBoxText() const
{
    return QStringList {written(viewBox.x()), written(viewBox.y()), written(viewBox.width()), written(viewBox.height())}
        .join(u' ');
}

RootSize rootSize(const QString &width, const QString &height, const QString &viewBox)
{
    const std::optional<double> x = sideOf(width);
    const std::optional<double> y = sideOf(height);
    const std::optional<QRectF> box = readViewBox(viewBox);
    // As browsers do it: a missing side follows from the shape, and without any there are 300 x 150 pixels.
    const QSizeF shape = box ? box->size() : QSizeF(x.value_or(300), y.value_or(150));
    const double w = x ? *x : y ? *y * shape.width() / shape.height() : shape.width();
    const double h = y ? *y : x ? *x * shape.height() / shape.width() : shape.height();
    // A drawing has no pixels of its own: of a huge one fewer are drawn.
    constexpr double longestSide = 4096;
    const double scale = std::min(1.0, longestSide / std::max(w, h));
    RootSize size;
    size.pixels = QSize(std::max(1, int(std::lround(w * scale))), std::max(1, int(std::lround(h * scale))));
    const QRectF exact = box.value_or(QRectF(0, 0, w, h));
    size.viewBox = QRectF(rounded(exact.x()), rounded(exact.y()), rounded(exact.width()), rounded(exact.height()));
    return size;
}

} // namespace lightwell::svg
