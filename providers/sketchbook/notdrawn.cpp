// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/painting.h"
#include "providers/sketchbook/pattern/motifs.h"
#include "providers/sketchbook/poster/headline.h"
#include "providers/sketchbook/words/lexicon.h"
#include "providers/sketchbook/words/unread.h"

#include <QSet>

namespace lightwell::sketchbook {

namespace {

/// What stands in quotation marks a poster says rather than shows, and for what words it has no letters is told apart.
QStringList notDrawnOnPoster(const Order &order)
{
    const QStringList words = wordsOutsideQuotes(order.prompt.simplified().split(u' ', Qt::SkipEmptyParts));
    const QStringList leftOut = splitWords(wordsLeftOut(order).join(u' '));
    const QSet<QString> toldApart(leftOut.cbegin(), leftOut.cend());
    return unreadWords(words.join(u' '), [&toldApart](const QString &word) { return toldApart.contains(word); });
}

} // namespace

QStringList wordsNotDrawn(const Order &order)
{
    switch (order.style) {
    case Style::Pattern:
        return unreadWords(order.prompt, namesMotif);
    case Style::Poster:
        return notDrawnOnPoster(order);
    case Style::Scene:
        break;
    }
    return unreadWords(order.prompt);
}

} // namespace lightwell::sketchbook
