// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/lists/replicatelist.h"

#include "providers/common/requests.h"
#include "providers/common/urls.h"
#include "providers/lists/singlelist.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

class ReplicateList : public ModelLister
{
public:
    [[nodiscard]] QString provider() const override { return u"replicate"_s; }
    [[nodiscard]] std::optional<HttpRequest> next(const ListProgress &progress,
                                                  const Credentials &credentials) const override
    {
        if (progress.asked >= progress.known.size()) {
            return std::nullopt;
        }
        const QString name = progress.known.at(progress.asked).section(u':', 0, 0); // without a version
        const QUrl home(u"https://api.replicate.com"_s);
        HttpRequest request = getRequest(endpoint(credentials.baseUrl, home, u"/v1/models/"_s + name));
        authorize(request, {}, credentials.key);
        return request;
    }
    [[nodiscard]] Status read(ListProgress &progress, const HttpResponse &answer) const override
    {
        constexpr int notFound = 404;
        const QString &asked = progress.known.at(progress.asked);
        if (answer.status == notFound) {
            progress.list.gone.append(asked);
            return Success();
        }
        const Result<QJsonDocument> document = listDocument(provider(), answer);
        if (!document) {
            return document.error();
        }
        const QJsonObject object = document->object();
        if (object.value("owner"_L1).toString().isEmpty() || object.value("name"_L1).toString().isEmpty()) {
            return noSuchList(provider());
        }
        ListedModel model;
        model.id = asked;
        progress.list.models.append(model);
        return Success();
    }
};

} // namespace

std::unique_ptr<ModelLister> replicateList()
{
    return std::make_unique<ReplicateList>();
}

} // namespace lightwell
