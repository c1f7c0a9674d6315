// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/lists/fallist.h"

#include "providers/common/requests.h"
#include "providers/common/urls.h"
#include "providers/lists/singlelist.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype atOnce = 50; // that many ids are taken in one question

QString joined(const QStringList &ids)
{
    QStringList encoded;
    for (const QString &id : ids) {
        encoded.append(QString::fromLatin1(QUrl::toPercentEncoding(id, "/")));
    }
    return encoded.join(u',');
}

std::optional<PriceLine> priceOf(const QJsonObject &entry)
{
    const QString unit = entry.value("unit"_L1).toString().toLower();
    if (entry.value("currency"_L1).toString(u"USD"_s).toUpper() != "USD"_L1) {
        return std::nullopt;
    }
    const QJsonValue amount = entry.value("unit_price"_L1);
    if (unit == "image"_L1 || unit == "images"_L1) {
        return priceLine(PriceLine::Item::OutputImage, PriceLine::Unit::Image, amount);
    }
    if (unit == "megapixel"_L1 || unit == "megapixels"_L1) {
        return priceLine(PriceLine::Item::OutputImage, PriceLine::Unit::Megapixel, amount);
    }
    return std::nullopt; // "request", "second" …: of what, is not said
}

class FalList : public ModelLister
{
public:
    [[nodiscard]] QString provider() const override { return u"fal"_s; }
    [[nodiscard]] std::optional<HttpRequest> next(const ListProgress &progress,
                                                  const Credentials &credentials) const override
    {
        const qsizetype parts = partsOf(progress);
        if (progress.asked >= 2 * parts) {
            return std::nullopt;
        }
        const QString path = progress.asked < parts ? u"/v1/models?limit=%1&endpoint_id="_s.arg(atOnce)
                                                    : u"/v1/models/pricing?endpoint_id="_s;
        const QUrl home(u"https://api.fal.ai"_s);
        HttpRequest request = getRequest(endpoint(credentials.baseUrl, home, path + joined(part(progress))));
        authorize(request, {"Authorization"_ba, "Key"_ba}, credentials.key);
        return request;
    }
    [[nodiscard]] Status read(ListProgress &progress, const HttpResponse &answer) const override
    {
        constexpr int notFound = 404;
        const bool isAboutModels = progress.asked < partsOf(progress);
        if (answer.status == notFound) {
            return Success(); // one id nobody knows, perhaps: no word about the others
        }
        const Result<QJsonDocument> document = listDocument(provider(), answer);
        if (!document) {
            return document.error();
        }
        const QJsonValue entries = document->object().value(isAboutModels ? "models"_L1 : "prices"_L1);
        if (!entries.isArray()) {
            return noSuchList(provider());
        }
        isAboutModels ? readModels(progress, entries.toArray()) : readPrices(progress, entries.toArray());
        return Success();
    }

private:
    [[nodiscard]] static qsizetype partsOf(const ListProgress &progress)
    {
        return (progress.known.size() + atOnce - 1) / atOnce;
    }
    /// The ids of the question at hand.
    [[nodiscard]] static QStringList part(const ListProgress &progress)
    {
        return progress.known.mid((progress.asked % partsOf(progress)) * atOnce, atOnce);
    }
    static void readModels(ListProgress &progress, const QJsonArray &entries)
    {
        QStringList there;
        const qsizetype before = progress.list.leftOut;
        for (const QJsonValue entry : entries) {
            if (entry["endpoint_id"_L1].toString().isEmpty()) {
                ++progress.list.leftOut;
                continue;
            }
            const QJsonObject metadata = entry["metadata"_L1].toObject();
            if (metadata.value("status"_L1).toString() == "deprecated"_L1) {
                continue;
            }
            ListedModel model;
            model.id = entry["endpoint_id"_L1].toString();
            model.name = metadata.value("display_name"_L1).toString();
            there.append(model.id);
            progress.list.models.append(model);
        }
        if (progress.list.leftOut > before) {
            return; // what is not named may stand in one of these
        }
        const QStringList asked = part(progress);
        std::copy_if(asked.cbegin(), asked.cend(), std::back_inserter(progress.list.gone),
                     [&there](const QString &id) { return !there.contains(id); });
    }
    static void readPrices(ListProgress &progress, const QJsonArray &entries)
    {
        QList<ListedModel> &models = progress.list.models;
        for (const QJsonValue entry : entries) {
            const QString id = entry["endpoint_id"_L1].toString();
            const auto model =
                std::find_if(models.begin(), models.end(), [&id](const ListedModel &one) { return one.id == id; });
            if (const std::optional<PriceLine> line = priceOf(entry.toObject()); line && model != models.end()) {
                model->prices = {*line};
            }
        }
    }
};

} // namespace

std::unique_ptr<ModelLister> falList()
{
    return std::make_unique<FalList>();
}

} // namespace lightwell
