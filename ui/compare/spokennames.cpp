// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/spokennames.h"

#include "core/model/offer.h"

namespace lightwell {

namespace {

/// Ids are made of these: beside one of them, what looks like an id is a part of another or of an address.
bool belongsToId(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'-' || letter == u'_' || letter == u'/' || letter == u':';
}

bool isWholeWord(const QString &text, qsizetype begin, qsizetype length)
{
    const qsizetype end = begin + length;
    const bool dotted = end + 1 < text.size() && text.at(end) == u'.' && text.at(end + 1).isLetterOrNumber();
    return (begin == 0 || (!belongsToId(text.at(begin - 1)) && text.at(begin - 1) != u'.'))
        && (end == text.size() || (!belongsToId(text.at(end)) && !dotted));
}

QString replaced(QString text, const QString &id, const QString &name)
{
    if (id.isEmpty() || name.isEmpty()) {
        return text;
    }
    for (qsizetype at = text.indexOf(id); at >= 0; at = text.indexOf(id, at)) {
        if (isWholeWord(text, at, id.size())) {
            text.replace(at, id.size(), name);
            at += name.size();
        } else {
            at += id.size();
        }
    }
    return text;
}

} // namespace

QString SpokenNames::in(const QString &sentence, const Offer &offer) const
{
    return replaced(replaced(sentence, offer.model, model), offer.provider, provider);
}

} // namespace lightwell
