// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/modelpane.h"

#include "core/async/whendone.h"
#include "core/catalog/typicalrequests.h"
#include "core/model/plan.h"
#include "ui/catalog/cardtext.h"
#include "ui/catalog/catalogsearch.h"
#include "ui/catalog/catalogtable.h"
#include "ui/catalog/catalogtexts.h"
#include "ui/catalog/offerrows.h"
#include "ui/catalog/tags.h"
#include "ui/dialogs.h"
#include "ui/keys/providerkeys.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QtConcurrentRun>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

TextLabel *wrapped(TextLabel::Voice voice, const QString &objectName, const QString &text = {})
{
    auto *label = new TextLabel(voice, text);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    return label;
}

bool worksFromWords(const Model &model)
{
    return std::any_of(model.offers.cbegin(), model.offers.cend(),
                       [](const Offer &offer) { return offerCan(offer, u"text-to-image"_s); });
}

/// What is emulated where several pictures and a rare format are asked for.
QStringList emulatedAt(const Catalog &catalog, const Offer &offer, QSize size)
{
    QStringList names;
    const Result<Plan> plan = catalog.plan(TypicalRequests(size).demanding(offer), offer);
    const QList<PlannedParameter> changes = plan ? plan->weakened() : QList<PlannedParameter>();
    for (const PlannedParameter &change : changes) {
        if (change.treatment == Treatment::Emulated) {
            names.append(change.name);
        }
    }
    return names;
}

} // namespace

ModelPane::ModelPane(const Services &services, const CatalogSearch &search, const CatalogTable &table,
                     const ProviderKeys &keys, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_search(search)
    , m_table(table)
    , m_keys(keys)
    , m_content(new QWidget)
    , m_name(wrapped(TextLabel::Voice::Heading, u"catalogModelName"_s))
    , m_compare(
          named(new Button(Button::Kind::Primary, tr("&Add to compare")), u"catalogCompare"_s, tr("Add to compare")))
    , m_why(wrapped(TextLabel::Voice::Small, u"catalogCompareWhy"_s,
                    tr("Compare makes pictures from words; this model works on a picture you have.")))
    , m_facts(wrapped(TextLabel::Voice::Muted, u"catalogModelFacts"_s))
    , m_state(wrapped(TextLabel::Voice::Warning, u"catalogModelState"_s))
    , m_next(named(new Button(Button::Kind::Link), u"catalogSuccessor"_s, tr("Show the model that follows")))
    , m_ownRow(new QWidget)
    , m_notes(wrapped(TextLabel::Voice::Body, u"catalogModelNotes"_s))
    , m_card(named(new CardText, u"catalogCard"_s, tr("About this family of models")))
    , m_offersTitle(wrapped(TextLabel::Voice::Section, u"catalogOffersTitle"_s))
    , m_offers(new OfferRows(table, keys))
    , m_takesTitle(wrapped(TextLabel::Voice::Section, u"catalogTakesTitle"_s))
    , m_takes(new QWidget)
    , m_made(wrapped(TextLabel::Voice::Small, u"catalogMade"_s))
{
    auto *scroll = named(new QScrollArea, u"catalogPaneScroll"_s, tr("The chosen model"));
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    build();
    connect(m_compare, &QAbstractButton::clicked, this, [this] { Q_EMIT compareWanted(QString(m_slug)); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { Q_EMIT successorWanted(QString(m_successor)); });
    connect(m_offers, &OfferRows::keyWanted, this, &ModelPane::keyWanted);
    connect(m_card, &CardText::linkChosen, this,
            [this](const QString &address) { m_services.dialogs.openUrl(address); });
    showModel(-1);
}

void ModelPane::build()
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_compare, 0, Qt::AlignTop);
    auto *open = named(new Button(Button::Kind::Link, tr("Open the file")), u"catalogOpenOwn"_s,
                       tr("Open the file with your own models"));
    connect(open, &QAbstractButton::clicked, this,
            [this] { m_services.dialogs.openUrl(QUrl::fromLocalFile(m_services.own.file).toString()); });
    auto *own = new QHBoxLayout(m_ownRow);
    own->setContentsMargins(0, 0, 0, 0);
    own->addWidget(wrapped(TextLabel::Voice::Small, u"catalogOwn"_s, tr("From your own list.")), 1);
    own->addWidget(open);
    auto *flow = new FlowLayout(m_takes, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_why);
    column->addWidget(m_facts);
    column->addWidget(m_state);
    column->addWidget(m_next, 0, Qt::AlignLeft);
    column->addWidget(m_ownRow);
    column->addWidget(m_notes);
    column->addWidget(m_card);
    column->addSpacing(4);
    column->addWidget(m_offersTitle);
    column->addWidget(m_offers);
    column->addSpacing(4);
    column->addWidget(m_takesTitle);
    column->addWidget(m_takes);
    column->addWidget(m_made);
    column->addStretch();
}

bool ModelPane::canCompare() const
{
    return m_compare->isEnabled();
}

void ModelPane::showModel(int number)
{
    m_content->setVisible(number >= 0);
    if (number < 0) {
        m_slug.clear();
        m_compare->setEnabled(false);
        return;
    }
    const Model &model = m_search.index().models().at(number);
    m_slug = model.slug;
    showHead(model);
    showState(model);
    m_card->showCard(model.family);
    showOffers(number);
    showTakes(model, number);
}

void ModelPane::showHead(const Model &model)
{
    m_name->setText(model.name);
    m_compare->setEnabled(worksFromWords(model));
    m_why->setVisible(!model.offers.isEmpty() && !worksFromWords(model));
    QStringList facts {model.maker, catalogtexts::released(model.released), catalogtexts::license(model)};
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    m_ownRow->setVisible(m_table.isOwn(model));
    m_notes->setText(model.notes);
    m_notes->setVisible(!model.notes.isEmpty());
}

void ModelPane::showState(const Model &model)
{
    const QString day = model.shutdown;
    const bool isGone = model.status == "shutdown"_L1;
    const QString text = isGone
        ? (day.isEmpty() ? tr("Its maker has switched it off.") : tr("Its maker switched it off on %1.").arg(day))
        : !day.isEmpty()                                        ? tr("Its maker switches it off on %1.").arg(day)
        : model.status == "active"_L1 || model.status.isEmpty() ? QString()
                                                                : tr("Its maker no longer develops it.");
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_successor = model.successor;
    const QList<Model> &models = m_search.index().models();
    const auto next = std::find_if(models.cbegin(), models.cend(),
                                   [&model](const Model &one) { return one.slug == model.successor; });
    m_next->setVisible(next != models.cend());
    if (next != models.cend()) {
        m_next->setText(tr("Followed by %1").arg(next->name));
    }
}

void ModelPane::showOffers(int number)
{
    const bool isServed = !m_search.index().models().at(number).offers.isEmpty();
    m_offersTitle->setText(isServed ? tr("Offers for %1").arg(texts::size(m_search.index().size()))
                                    : tr("Nobody serves it here"));
    m_offers->setVisible(isServed);
    m_offers->showOffers(m_search.index(), number);
}

void ModelPane::showTakes(const Model &model, int number)
{
    while (QLayoutItem *item = m_takes->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const bool isServed = !model.offers.isEmpty();
    m_takesTitle->setVisible(isServed);
    m_takes->setVisible(isServed);
    m_made->setVisible(false);
    if (!isServed) {
        return;
    }
    const Offer &offer = model.offers.at(m_search.index().offersByPrice(number).constFirst());
    m_takesTitle->setText(tr("Takes, at %1").arg(m_keys.name(offer.provider)));
    const QStringList words = catalogtexts::takes(offer);
    for (const QString &word : words) {
        m_takes->layout()->addWidget(new Tag(word));
    }
    tellWhatIsMade(offer);
}

/// On the thread pool: a model that works on pictures gets a large one to plan with.
void ModelPane::tellWhatIsMade(const Offer &offer)
{
    const auto work = [catalog = m_services.catalog, offer, size = m_search.index().size()] {
        return emulatedAt(catalog, offer, size);
    };
    whenDone(QtConcurrent::run(work), this, [this, slug = m_slug](const QStringList &emulated) {
        if (slug == m_slug && emulated.contains(u"output_format"_s)) {
            m_made->setText(tr("AVIF, GIF and JPEG XL are made by Lightwell."));
            m_made->show();
        }
    });
}

} // namespace lightwell
