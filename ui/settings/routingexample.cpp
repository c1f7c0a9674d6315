// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/routingexample.h"

#include "core/adapter/adapterregistry.h"
#include "core/catalog/catalog.h"
#include "core/wording/routewording.h"
#include "core/wording/wording.h"
#include "ui/imageservice.h"
#include "ui/services.h"
#include "ui/settings/checkedfield.h"
#include "ui/texts.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

RoutingExample::RoutingExample(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new CheckedField(u"routing.example.model"_s, tr("For this &example"), tr("Model of the example"), {}))
    , m_size(new CheckedField(u"routing.example.size"_s, tr("Size"), tr("Size of the example"), u"1024x1024"_s))
    , m_answer(new TextLabel(TextLabel::Voice::Body))
{
    named(m_answer, u"routing.example.answer"_s, tr("What would be chosen for the example"));
    m_answer->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_model->setText(busiestModel());
    m_size->setText(u"1024x1024"_s);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(16);
    fields->addWidget(m_model, 2);
    fields->addWidget(m_size, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(15, 8, 15, 12);
    layout->setSpacing(8);
    layout->addLayout(fields);
    layout->addWidget(m_answer);
    connect(m_model, &CheckedField::edited, this, &RoutingExample::ask);
    connect(m_size, &CheckedField::edited, this, &RoutingExample::ask);
}

/// The first of those that most providers offer: there is something to choose.
QString RoutingExample::busiestModel() const
{
    const QList<Model> &models = m_services.catalog.models();
    const auto most = std::max_element(models.cbegin(), models.cend(), [](const Model &left, const Model &right) {
        return left.offers.size() < right.offers.size();
    });
    return most == models.cend() ? QString() : most->slug;
}

void RoutingExample::ask()
{
    Request request;
    request.model = m_model->text().trimmed();
    request.prompt = u"example"_s;
    const std::optional<QSize> size = sizeFromString(m_size->text().trimmed());
    m_size->setProblem(size ? QString() : tr("Write a size such as 1024x1024."));
    if (!size) {
        return;
    }
    request.size.pixels = size;
    m_services.images.plan(request, this, [this, round = ++m_round](const Result<Route> &route) {
        if (round == m_round) {
            tell(route);
        }
    });
}

void RoutingExample::tell(const Result<Route> &route)
{
    const auto providerName = [this](const QString &id) {
        const Adapter *adapter = m_services.adapters.find(id);
        return adapter ? adapter->info().name : id;
    };
    const auto modelName = [this](const QString &slug) {
        const Model *model = m_services.catalog.find(slug);
        return model ? model->name : slug;
    };
    const Names names {modelName, providerName, {}, texts::one};
    m_model->setProblem(route || route.error().param != "model"_L1 || route.error().code == "ROUTING_RULES"_L1
                            ? QString()
                            : wording::sentenceAtWindow(route.error(), names));
    if (!route) {
        m_answer->setText(m_model->hasProblem() ? QString() : wording::sentenceAtWindow(route.error(), names));
        return;
    }
    QStringList lines;
    const QList<RoutePlace> places = placesOf(*route);
    int number = 0;
    for (const RoutePlace &place : places) {
        const QString who = place.fromFallback ? u"%1 (%2)"_s.arg(providerName(place.provider), modelName(place.model))
            : place.provider.isEmpty()         ? modelName(place.model)
                                               : providerName(place.provider);
        const QString why = wording::whyThere(place, names).join(u' ');
        lines.append(place.isLeftOut ? tr("Left out: %1. %2").arg(who, why)
                                     : u"%1. %2: %3"_s.arg(++number).arg(who, why));
    }
    m_answer->setText(lines.join(u'\n'));
}

} // namespace lightwell
