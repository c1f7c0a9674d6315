// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/clientterms.h"

#include "core/model/displaytext.h"
#include "core/storage/query.h"
#include "core/wording/gatewayreasons.h"

namespace lightwell::clientterms {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestModel = 200;

} // namespace

ClientTerms read(const Rows &row, int first)
{
    ClientTerms terms;
    terms.models = row.value(first).toString().split(u'\n', Qt::SkipEmptyParts);
    if (!row.value(first + 1).isNull()) {
        terms.perMinute = row.value(first + 1).toInt();
    }
    if (const QVariant end = row.value(first + 2); !end.isNull()) {
        terms.expiresAt = QDateTime::fromMSecsSinceEpoch(end.toLongLong(), Qt::UTC);
    }
    terms.beginsEarly = row.value(first + 3).toBool();
    if (const QString mode = row.value(first + 4).toString(); !mode.isEmpty()) {
        terms.replay = replayModeFromName(mode).value_or(ReplayMode::ReplayOrError); // one that pays for nothing
    }
    return terms;
}

QVariantList valuesOf(const ClientTerms &terms)
{
    const QVariant none {QMetaType(QMetaType::LongLong)};
    return {notNull(terms.models.join(u'\n')), terms.perMinute ? QVariant(*terms.perMinute) : none,
            terms.expiresAt.isValid() ? QVariant(terms.expiresAt.toMSecsSinceEpoch()) : none, terms.beginsEarly ? 1 : 0,
            notNull(terms.replay ? replayModeName(*terms.replay) : QString())};
}

Status check(const ClientTerms &terms)
{
    for (const QString &model : terms.models) {
        if (model.trimmed().isEmpty() || model.size() > longestModel || !isDisplayable(model)
            || model.contains(u'\n')) {
            return notSent(ErrorKind::Invalid, reasons::clientModelUnusable(), u"models"_s);
        }
    }
    if (terms.models.size() > ClientTerms::maxModels) {
        return notSent(ErrorKind::Invalid, reasons::clientModelsTooMany(ClientTerms::maxModels), u"models"_s);
    }
    if (terms.perMinute && (*terms.perMinute < 1 || *terms.perMinute > ClientTerms::maxPerMinute)) {
        return notSent(ErrorKind::Invalid, reasons::clientRateUnusable(ClientTerms::maxPerMinute), u"rate"_s);
    }
    return Success();
}

} // namespace lightwell::clientterms
