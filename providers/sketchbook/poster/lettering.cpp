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

/// Both faces, given to Qt once for the life of the program; false where there is no screen system to take them.
bool facesAreThere()
{
    static const bool there = [] {
        for (const QString &file : {u"lightwell-headline.otf"_s, u"lightwell-text.otf"_s}) {
            if (QFontDatabase::addApplicationFont(QString(u":/lightwell/type/"_s + file)) < 0) {
                return false;
            }
        }
        return true;
    }();
    return there;
}

/// Signs that change how others look and have no looks of their own: variation selectors, joiners.
bool isSilent(uint sign)
{
    return sign == 0x200d || (sign >= 0xfe00 && sign <= 0xfe0f) || QChar::category(sign) == QChar::Other_Format;
}

} // namespace

Lettering::Lettering()
    : m_available(qobject_cast<QGuiApplication *>(QCoreApplication::instance()) && facesAreThere())
{
}

QFont Lettering::font(Face face)
{
    QFont font(face == Face::Headline ? u"Lightwell Headline"_s : u"Lightwell Text"_s);
    font.setPixelSize(drawnAt);
    font.setWeight(QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Never borrow letters from whatever else is installed: another machine would set another poster.
    font.setStyleStrategy(QFont::NoFontMerging);
    font.setLetterSpacing(QFont::PercentageSpacing, face == Face::Headline ? 98.5 : 100);
    return font;
}

Typeset Lettering::settable(const QString &text) const
{
    Typeset result;
    const QFontMetricsF metrics(m_available ? font(Face::Headline) : QFont());
    const QStringList words =
        text.normalized(QString::NormalizationForm_C).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QString kept;
        QString lost;
        bool whole = true;
        const QList<uint> letters = word.toUcs4();
        for (const uint letter : letters) {
            if (isSilent(letter)) {
                continue;
            }
            const bool known = m_available && metrics.inFontUcs4(letter);
            whole = whole && (known || !(QChar::isLetterOrNumber(letter) || QChar::isMark(letter)));
            (known ? kept : lost) += QString::fromUcs4(reinterpret_cast<const char32_t *>(&letter), 1);
        }
        // Half a word would be worse than none; a word without its emoji still reads.
        if (whole && !kept.isEmpty()) {
            result.words.append(kept);
        }
        if (!lost.isEmpty()) {
            result.missing.append(whole ? lost : word);
        }
    }
    return result;
}

QPainterPath Lettering::set(const QStringList &words, const QRectF &box, double largest, double smallest, Face type,
                            double leading) const
{
    QPainterPath path;
    if (!m_available || words.isEmpty() || box.width() <= 0 || box.height() <= 0) {
        return path;
    }
    const QFont face = font(type);
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
