// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/contactsheet.h"

#include "core/media/contactsheetstyle.h"

#include <QColorSpace>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

using Style = ContactSheetStyle;

/// Where everything goes.
struct Layout
{
    int columns = 1;
    QSize pictureArea;
    int captionHeight = 0;
    int headHeight = 0;
    QSize page;
    QString title;

    [[nodiscard]] QRect tile(int index) const
    {
        const QSize size(pictureArea.width(), pictureArea.height() + captionHeight);
        return {QPoint(Style::margin + (index % columns) * (size.width() + Style::gap),
                       headHeight + (index / columns) * (size.height() + Style::gap)),
                size};
    }
};

bool hasFonts()
{
    return qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr;
}

int columnsFor(int tiles)
{
    constexpr int wellLooking[] = {1, 1, 2, 3, 2, 3, 3, 4, 4, 3};
    constexpr int mostOfFive = 40; // of more there are as many as rows
    return tiles < int(std::size(wellLooking)) ? wellLooking[tiles]
        : tiles <= 16                          ? 4
        : tiles <= mostOfFive                  ? 5
                                               : int(std::ceil(std::sqrt(tiles)));
}

/// Of a thousand pictures, too, the page stays one that formats take, and that can be painted: QPainter ends at 32,767.
int widestTile(int columns)
{
    constexpr int widestPage = 8000;
    return (widestPage - 2 * Style::margin) / columns - Style::gap;
}

/// Height over width of the place for each picture: that of the middle one, within reason.
double shapeFor(const QList<ContactSheetTile> &tiles)
{
    QList<double> shapes;
    for (const ContactSheetTile &tile : tiles) {
        if (!tile.picture.isNull()) {
            shapes.append(double(tile.picture.height()) / tile.picture.width());
        }
    }
    if (shapes.isEmpty()) {
        return 0.75;
    }
    std::sort(shapes.begin(), shapes.end());
    return std::clamp(shapes.at(shapes.size() / 2), 0.45, 1.5);
}

QStringList caption(const ContactSheetTile &tile)
{
    return tile.failed && tile.lines.size() > 1 ? tile.lines.mid(0, tile.lines.size() - 1) : tile.lines;
}

/// The title in at most three lines, the rest left out.
QString shortTitle(const QString &title, int width, const QFontMetrics &metrics)
{
    QString shown = title.simplified();
    constexpr int lines = 3;
    const auto height = [&](const QString &text) {
        return metrics.boundingRect(QRect(0, 0, width, 100000), Qt::TextWordWrap, text).height();
    };
    const int room = lines * metrics.lineSpacing();
    if (height(shown) <= room) {
        return shown;
    }
    qsizetype fits = 0;
    qsizetype tooLong = qMin<qsizetype>(shown.size(), 1000);
    while (tooLong - fits > 1) {
        const qsizetype middle = (fits + tooLong) / 2;
        (height(shown.left(middle) + u'…') <= room ? fits : tooLong) = middle;
    }
    return shown.left(fits).trimmed() + u'…';
}

Layout layOut(const QString &title, const QList<ContactSheetTile> &tiles, const ContactSheetOptions &options)
{
    Layout layout;
    const int count = int(tiles.size());
    layout.columns = qMax(1, options.columns > 0 ? qMin(options.columns, qMax(1, count)) : columnsFor(count));
    constexpr int narrowest = 120;
    constexpr int widest = 2000;
    const int most = options.columns > 0 ? widest : qMin(widest, widestTile(layout.columns));
    const int tileWidth = qBound(narrowest, options.tileWidth, qMax(narrowest, most));
    layout.pictureArea = QSize(tileWidth, qRound(tileWidth * shapeFor(tiles)));
    const int width = layout.columns * (tileWidth + Style::gap) - Style::gap;
    layout.headHeight = Style::margin;
    if (hasFonts()) {
        qsizetype lines = 0;
        for (const ContactSheetTile &tile : tiles) {
            lines = qMax(lines, caption(tile).size());
        }
        layout.captionHeight = lines > 0 ? 2 * Style::padding + 4 + int(lines) * Style::lineHeight : 0;
        const QFontMetrics metrics(Style::font(Style::titleSize, QFont::DemiBold));
        layout.title = shortTitle(title, width, metrics);
        if (!layout.title.isEmpty()) {
            layout.headHeight +=
                metrics.boundingRect(QRect(0, 0, width, 100000), Qt::TextWordWrap, layout.title).height();
        }
        layout.headHeight += options.note.isEmpty() ? 0 : 4 + Style::lineHeight;
        layout.headHeight += layout.headHeight > Style::margin ? Style::gap + 4 : 0;
    }
    const int rows = qMax(1, (count + layout.columns - 1) / layout.columns);
    layout.page =
        QSize(width + 2 * Style::margin, layout.tile((rows - 1) * layout.columns).bottom() + 1 + Style::margin);
    return layout;
}

void drawHead(QPainter &painter, const Layout &layout, const Style &style, const QString &note)
{
    QRect room(Style::margin, Style::margin - 6, layout.page.width() - 2 * Style::margin, layout.headHeight);
    if (!layout.title.isEmpty()) {
        painter.setFont(Style::font(Style::titleSize, QFont::DemiBold));
        painter.setPen(style.text);
        QRect used;
        painter.drawText(room, Qt::TextWordWrap, layout.title, &used);
        room.setTop(used.bottom() + 5);
    }
    painter.setFont(Style::font(Style::lineSize));
    painter.setPen(style.quiet);
    painter.drawText(room, Qt::TextSingleLine, painter.fontMetrics().elidedText(note, Qt::ElideRight, room.width()));
}

void drawPicture(QPainter &painter, const QImage &picture, const QRect &area)
{
    const QSize shown = picture.size()
                            .scaled(area.size(), Qt::KeepAspectRatio)
                            .boundedTo(picture.width() < 64 ? picture.size() * 4 : area.size());
    QImage scaled = picture.scaled(shown, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QColorSpace space = picture.colorSpace();
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb)) {
        scaled = scaled.convertedToColorSpace(QColorSpace::SRgb);
    }
    const QPoint corner = area.topLeft() + QPoint(area.width() - shown.width(), area.height() - shown.height()) / 2;
    if (scaled.hasAlphaChannel()) {
        painter.fillRect(QRect(corner, scaled.size()), Qt::white);
        constexpr int square = 10;
        for (int y = 0; y < scaled.height(); y += square) {
            for (int x = y / square % 2 * square; x < scaled.width(); x += 2 * square) {
                const QRect field = QRect(corner + QPoint(x, y), QSize(square, square));
                painter.fillRect(field & QRect(corner, scaled.size()), QColor(0xe6, 0xe6, 0xe6));
            }
        }
    }
    painter.drawImage(corner, scaled);
}

void drawReason(QPainter &painter, const QString &reason, const QRect &area, const Style &style)
{
    painter.setFont(Style::font(Style::lineSize + 1));
    painter.setPen(style.trouble);
    painter.drawText(area.adjusted(2 * Style::padding, Style::padding, -2 * Style::padding, -Style::padding),
                     Qt::AlignCenter | Qt::TextWordWrap, reason);
}

void drawCaption(QPainter &painter, const QStringList &lines, const QRect &area, const Style &style)
{
    QRect line(area.left() + Style::padding, area.top() + Style::padding - 2, area.width() - 2 * Style::padding,
               Style::lineHeight);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.setFont(i == 0 ? Style::font(Style::nameSize, QFont::DemiBold) : Style::font(Style::lineSize));
        painter.setPen(i == 0 ? style.text : style.quiet);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(lines.at(i), Qt::ElideRight, line.width()));
        line.translate(0, Style::lineHeight + (i == 0 ? 4 : 0));
    }
}

void drawTile(QPainter &painter, const ContactSheetTile &tile, const QRect &place, const Layout &layout,
              const Style &style)
{
    QPainterPath outline;
    outline.addRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), Style::corner, Style::corner);
    painter.fillPath(outline, style.card);
    const QRect area(place.topLeft(), layout.pictureArea);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(area, style.ground);
    if (!tile.picture.isNull()) {
        drawPicture(painter, tile.picture, area);
    }
    painter.restore();
    painter.setPen(QPen(style.edge, 1));
    painter.drawPath(outline);
    if (!hasFonts()) {
        return;
    }
    if (tile.failed && !tile.lines.isEmpty()) {
        drawReason(painter, tile.lines.last(), area, style);
    }
    drawCaption(painter, caption(tile), place.adjusted(0, layout.pictureArea.height(), 0, 0), style);
}

} // namespace

QImage makeContactSheet(const QString &title, const QList<ContactSheetTile> &tiles, const ContactSheetOptions &options)
{
    const Layout layout = layOut(title, tiles, options);
    const Style style(options.dark);
    QImage page(layout.page, QImage::Format_RGB32);
    if (page.isNull()) {
        return {};
    }
    page.fill(style.page);
    QPainter painter(&page);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    if (hasFonts()) {
        drawHead(painter, layout, style, options.note);
    }
    for (int i = 0; i < int(tiles.size()); ++i) {
        drawTile(painter, tiles.at(i), layout.tile(i), layout, style);
    }
    painter.end();
    page.setColorSpace(QColorSpace::SRgb);
    return page;
}

} // namespace lightwell
