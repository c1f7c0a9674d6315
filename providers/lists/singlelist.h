// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"

#include <QJsonArray>

namespace lightwell {

/// A list that comes as one answer.
struct SingleListProfile
{
    QString provider;
    QUrl base; ///< the vendor's own
    QString version; ///< follows a base address that has none, see versionedEndpoint()
    QString path;
    bool needsKey = true;
    bool isWhole = true; ///< all the models this vendor has are in it
    QLatin1StringView entries = QLatin1StringView("data"); ///< the field with the models; empty: the answer is the list
    /// One entry; nothing: it makes no pictures.
    std::optional<ListedModel> (*read)(const QJsonObject &entry) = nullptr;
};

class SingleList : public ModelLister
{
public:
    explicit SingleList(SingleListProfile profile)
        : m_profile(std::move(profile))
    {
    }
    [[nodiscard]] QString provider() const override { return m_profile.provider; }
    [[nodiscard]] bool needsKey() const override { return m_profile.needsKey; }
    [[nodiscard]] std::optional<HttpRequest> next(const ListProgress &progress,
                                                  const Credentials &credentials) const override;
    [[nodiscard]] Status read(ListProgress &progress, const HttpResponse &answer) const override;

private:
    SingleListProfile m_profile;
};

/// The answer as JSON; an error for any other status than success, and for what is no JSON.
[[nodiscard]] Result<QJsonDocument> listDocument(const QString &provider, const HttpResponse &answer);

/// An entry of the list is no object, or has no id: it is another list than the one that is known.
[[nodiscard]] Error noSuchList(const QString &provider);

/// A price line; nothing where the amount is not said.
[[nodiscard]] std::optional<PriceLine> priceLine(PriceLine::Item item, PriceLine::Unit unit, const QJsonValue &usd,
                                                 qint64 per = 1);

} // namespace lightwell
