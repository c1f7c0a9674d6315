// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/poster/lettering.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>

#include <algorithm>

namespace lightwell::sketchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr int drawnAt = 200; // outlines are made at this pixel size and scaled, free of hinting

struct Setting
{
    QStringList lines;
    bool fits = false;
};

/// Greedy lines at a scale; does not fit if one word is too wide or the lines are too many.
Setting wrap(const QStringList &words, const QFontMetricsF &metrics, double scale, const QSizeF &room, double leading)
{
    Setting setting;
    QString line;
    bool wide = false;
    for (const QString &word : words) {
        const QString longer = line.isEmpty() ? word : QString(line + u' ' + word);
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) * scale > room.width()) {
            setting.lines.append(line);
            line = word;
        } else {
            line = longer;
        }
        wide = wide || metrics.horizontalAdvance(word) * scale > room.width();
    }
    if (!line.isEmpty()) {
        setting.lines.append(line);
    }
    const double height = double(setting.lines.size()) * drawnAt * scale * leading;
    setting.fits = !wide && height <= room.height();
    return setting;
}

} // namespace

Lettering::Lettering()
    : m_available(qobject_cast<QGuiApplication *>(QCoreApplication::instance()) && !QFontDatabase::families().isEmpty())
{
}

QFont Lettering::font(int weight) const
{
    QFont font;
    font.setFamilies({u"Inter"_s, u"Helvetica Neue"_s, u"Helvetica"_s, u"Liberation Sans"_s, u"Arial"_s, u"Noto Sans"_s,
                      u"DejaVu Sans"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(drawnAt);
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::PercentageSpacing, weight > 600 ? 97 : 100);
    return font;
}

QStringList Lettering::settable(const QString &text) const
{
    if (!m_available) {
        return {};
    }
    const QFontMetricsF metrics(font(400));
    QString kept;
    const QList<uint> letters = text.toUcs4();
    for (const uint letter : letters) {
        const bool letterlike = QChar::isLetterOrNumber(letter) || QChar::isMark(letter) || QChar::isPunct(letter);
        if (QChar::isSpace(letter)) {
            kept += u' ';
        } else if (letterlike && metrics.inFontUcs4(letter)) {
            kept += QString::fromUcs4(reinterpret_cast<const char32_t *>(&letter), 1);
        }
    }
    return kept.simplified().split(u' ', Qt::SkipEmptyParts);
}

QPainterPath Lettering::set(const QStringList &words, const QRectF &box, double largest, double smallest, int weight,
                            double leading) const
{
    QPainterPath path;
    if (!m_available || words.isEmpty() || box.width() <= 0 || box.height() <= 0) {
        return path;
    }
    const QFont face = font(weight);
    const QFontMetricsF metrics(face);
    double low = smallest / drawnAt;
    double high = largest / drawnAt;
    Setting best = wrap(words, metrics, low, box.size(), leading);
    double scale = low;
    for (int i = 0; i < 24 && best.fits; ++i) {
        const double middle = (low + high) / 2;
        const Setting attempt = wrap(words, metrics, middle, box.size(), leading);
        if (attempt.fits) {
            best = attempt;
            scale = middle;
            low = middle;
        } else {
            high = middle;
        }
    }
    const auto room = std::max<qsizetype>(1, static_cast<qsizetype>(box.height() / (drawnAt * scale * leading)));
    if (best.lines.size() > room) {
        best.lines = best.lines.mid(0, room);
        best.lines.last() += u'\u2026';
    }
    double y = metrics.capHeight();
    for (const QString &line : std::as_const(best.lines)) {
        path.addText(0, y, face, metrics.elidedText(line, Qt::ElideRight, box.width() / scale + 1));
        y += drawnAt * leading;
    }
    return QTransform::fromTranslate(box.left(), box.top()).scale(scale, scale).map(path);
}

} // namespace lightwell::sketchbook
