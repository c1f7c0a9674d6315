// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/placeholder.h"

#include "core/media/codec.h"

#include <QCryptographicHash>
#include <QPainter>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Two that go together, taken from the text by chance.
std::pair<QColor, QColor> coloursOf(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    const int hue = (static_cast<unsigned char>(hash[0]) * 256 + static_cast<unsigned char>(hash[1])) % 360;
    const int step = 20 + static_cast<unsigned char>(hash[2]) % 60;
    return {QColor::fromHsl(hue, 110, 205), QColor::fromHsl((hue + step) % 360, 120, 120)};
}

/// Plainly none of a model's: a ground that darkens, crossed out. No words, so it needs no type.
QImage painted(const Placeholder &order)
{
    QImage image(order.size, order.isTransparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull()) {
        return image;
    }
    const auto [light, dark] = coloursOf(order.colours);
    image.fill(order.isTransparent ? QColor(Qt::transparent) : light);
    QPainter painter(&image);
    if (!order.isTransparent) {
        QLinearGradient ground(0, 0, 0, order.size.height());
        ground.setColorAt(0, light);
        ground.setColorAt(1, dark);
        painter.fillRect(image.rect(), ground);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::max(1.0, std::min(order.size.width(), order.size.height()) / 64.0);
    painter.setPen(QPen(order.isTransparent ? dark : light.lighter(115), width));
    const QRectF frame = QRectF(image.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.drawRect(frame);
    painter.drawLine(frame.topLeft(), frame.bottomRight());
    painter.drawLine(frame.bottomLeft(), frame.topRight());
    painter.end();
    return image;
}

QByteArray drawn(const Placeholder &order)
{
    const auto [light, dark] = coloursOf(order.colours);
    const QString ground = order.isTransparent ? u"none"_s : light.name();
    return u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\">"
           "<rect width=\"%1\" height=\"%2\" fill=\"%3\" stroke=\"%4\" stroke-width=\"8\"/>"
           "<path d=\"M0 0L%1 %2M0 %2L%1 0\" stroke=\"%4\" stroke-width=\"4\"/></svg>\n"_s
               .arg(QString::number(order.size.width()), QString::number(order.size.height()), ground, dark.name())
               .toUtf8();
}

} // namespace

Result<QByteArray> draw(const Placeholder &order)
{
    if (order.format == ImageFormat::Svg) {
        return drawn(order);
    }
    EncodeOptions options;
    options.format = order.format;
    options.compression = order.compression;
    options.matte = order.matte;
    return encodeImage(painted(order), options);
}

} // namespace lightwell
