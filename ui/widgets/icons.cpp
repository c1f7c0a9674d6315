// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString fileName(Icon icon)
{
    static constexpr const char *names[] = {
        "align",   "arrow-left", "arrow-right", "branch",       "brush",        "budgets",       "calendar",
        "canvas",  "catalog",    "check",       "chevron-down", "chevron-left", "chevron-right", "chevron-up",
        "clock",   "close",      "compare",     "copy",         "dice",         "eraser",        "error",
        "expand",  "export",     "eye",         "eye-off",      "fill",         "fit",           "folder",
        "gallery", "gateway",    "in-step",     "info",         "invert",       "keys",          "lasso",
        "link",    "minus",      "more",        "no",           "ok",           "panel",         "picture",
        "pin",     "play",       "plus",        "rect-select",  "redo",         "reference",     "retry",
        "save",    "search",     "settings",    "sort",         "split",        "star",          "star-on",
        "stop",    "swap",       "tag",         "trash",        "undo",         "unlink",        "warning",
    };
    return u":/lightwell/icons/%1.svg"_s.arg(QLatin1StringView(names[static_cast<int>(icon)]));
}

QPixmap rendered(Icon icon, const QColor &color, QSize pixels)
{
    const QString key = u"lightwell-icon/%1/%2/%3x%4"_s.arg(static_cast<int>(icon))
                            .arg(color.rgba())
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(fileName(icon));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(Icon icon, QPalette::ColorRole role)
        : m_icon(icon)
        , m_role(role)
    {
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap(rect.size() * ratio, mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Disabled ? QPalette::ButtonText : m_role;
        return rendered(m_icon, palette.color(group, role), size);
    }
    [[nodiscard]] QIconEngine *clone() const override { return new ThemedIconEngine(m_icon, m_role); }

private:
    Icon m_icon;
    QPalette::ColorRole m_role;
};

} // namespace

QIcon themedIcon(Icon icon, QPalette::ColorRole role)
{
    return QIcon(new ThemedIconEngine(icon, role));
}

QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio)
{
    QPixmap pixmap = rendered(icon, color, QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace lightwell
