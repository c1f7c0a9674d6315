// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/explainpage.h"

#include "core/catalog/catalog.h"
#include "core/gateway/gateway.h"
#include "core/routing/routingfile.h"
#include "core/storage/settings.h"
#include "core/wording/explaintext.h"
#include "ui/compare/emulationtext.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/modelchoice.h"
#include "ui/explain/attemptscard.h"
#include "ui/explain/messagecard.h"
#include "ui/explain/offerscard.h"
#include "ui/explain/pricecard.h"
#include "ui/explain/samecallcard.h"
#include "ui/explain/settingscard.h"
#include "ui/explain/subjectcard.h"
#include "ui/gateway/gatewaystarter.h"
#include "ui/keys/providerkeys.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int leftWidth = 372;
constexpr int roomForTwo = 860; ///< in narrower pages the columns stand below each other
constexpr int roomForWhen = 640;
constexpr int gap = 12;

Button *tool(Icon icon, const QString &objectName, const QString &what)
{
    auto *button = named(new Button(Button::Kind::Normal), objectName, what);
    button->setIcon(themedIcon(icon));
    setTip(button, what);
    return button;
}

QString orderText(RoutingOrder order)
{
    switch (order) {
    case RoutingOrder::Cheapest:
        return ExplainPage::tr("Cheapest first");
    case RoutingOrder::Fastest:
        return ExplainPage::tr("Fastest first");
    case RoutingOrder::MostReliable:
        return ExplainPage::tr("Most reliable first");
    case RoutingOrder::Fixed:
        return ExplainPage::tr("In an order of your own");
    case RoutingOrder::LocalFirst:
        return ExplainPage::tr("Your own machine first");
    case RoutingOrder::Weights:
        return ExplainPage::tr("Shared by weights");
    }
    Q_UNREACHABLE();
}

QVBoxLayout *column(const QList<QWidget *> &cards)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(gap);
    for (QWidget *card : cards) {
        layout->addWidget(card);
    }
    layout->addStretch(1);
    return layout;
}

} // namespace

ExplainPage::ExplainPage(const Services &services, const ProviderKeys &keys, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_keys(keys)
    , m_loader(services)
    , m_back(tool(Icon::ChevronLeft, u"explain.back"_s, tr("Back")))
    , m_title(new TextLabel(TextLabel::Voice::Heading, tr("Why this offer, and what was sent")))
    , m_when(new TextLabel(TextLabel::Voice::Small))
    , m_previous(tool(Icon::ChevronLeft, u"explain.previous"_s, tr("The one before")))
    , m_next(tool(Icon::ChevronRight, u"explain.next"_s, tr("The next one")))
    , m_copy(named(new Button(Button::Kind::Normal, tr("Copy as &text")), u"explain.copyText"_s, tr("Copy as text")))
    , m_scroll(named(new QScrollArea, u"explain.scroll"_s, tr("Explanation")))
    , m_cards(new QWidget)
    , m_missing(new EmptyState(Icon::Info, tr("Nothing is kept of this request"),
                               tr("It was taken out of the history, or this computer never made it.")))
    , m_subject(new SubjectCard)
    , m_attempts(new AttemptsCard)
    , m_offers(new OffersCard)
    , m_price(new PriceCard)
    , m_settings(new SettingsCard)
    , m_message(new MessageCard)
    , m_call(new SameCallCard)
{
    setObjectName(u"explainPage"_s);
    build();
    connect(m_back, &QPushButton::clicked, this, &ExplainPage::closed);
    connect(m_previous, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_copy, &QPushButton::clicked, this, &ExplainPage::copyText);
    connect(&m_loader, &ExplainLoader::explained, this, &ExplainPage::showExplanation);
    connect(&m_loader, &ExplainLoader::missing, this, &ExplainPage::showMissing);
    connect(m_attempts, &AttemptsCard::stepWanted, this, &ExplainPage::takeStep);
    connect(m_offers, &OffersCard::rulesWanted, this, [this] { Q_EMIT settingWanted(u"routing.add"_s); });
    connect(m_call, &SameCallCard::gatewayWanted, this, &ExplainPage::switchGatewayOn);
    for (ExplainCard *card : std::initializer_list<ExplainCard *> {m_message, m_call}) {
        connect(card, &ExplainCard::copyWanted, this, [this] { Q_EMIT say(Meaning::Ok, tr("Copied")); });
    }
    connect(&services.gateway, &Gateway::stateChanged, this, &ExplainPage::showGateway);
    showGateway();
    watchKeys(); // the arrows lead on from what is not kept, too
}

void ExplainPage::build()
{
    setTip(m_back, tr("Back (Esc)"));
    setTip(m_previous, tr("The one before (←)"));
    setTip(m_next, tr("The next one (→)"));
    m_title->setElided(true);
    m_when->setObjectName(u"explain.when"_s);
    m_when->setElided(true);
    m_when->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_copy->setIcon(themedIcon(Icon::Copy));
    setTip(m_copy, tr("The prompt and the picture’s facts go along, keys and places of files do not."));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 10, 16, 10);
    bar->setSpacing(8);
    bar->addWidget(m_back);
    bar->addSpacing(4);
    bar->addWidget(m_title, 2);
    bar->addWidget(m_when, 3);
    bar->addSpacing(4);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);
    bar->addWidget(m_copy);
    auto *left = new QWidget;
    QVBoxLayout *leftColumn = column({m_subject, m_attempts, m_offers, m_price});
    leftColumn->setContentsMargins(0, 0, 0, 0);
    left->setLayout(leftColumn);
    left->setObjectName(u"explain.left"_s);
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, m_cards);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // nothing moves when there is more to scroll
    m_sides->setContentsMargins(16, 16, std::max(0, 16 - m_scroll->verticalScrollBar()->sizeHint().width()), 16);
    m_sides->setSpacing(gap);
    m_sides->addWidget(left);
    m_sides->addLayout(column({m_settings, m_message, m_call}), 1);
    m_scroll->setWidget(m_cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_missing->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_missing, 1);
    m_cards->hide(); // until there is something to show
}

void ExplainPage::open(const QString &generationId, const QStringList &among, Steps steps)
{
    m_among = among;
    m_steps = steps;
    m_id = generationId;
    m_shown.reset();
    m_cards->hide();
    m_missing->hide();
    m_scroll->show();
    m_copy->setEnabled(false);
    m_when->setText({});
    showWays();
    m_loader.load(m_id);
    m_back->setFocus(Qt::OtherFocusReason);
}

void ExplainPage::setAmong(const QString &generationId, const QStringList &among)
{
    if (generationId == m_id && among.contains(m_id)) {
        m_among = among;
        showWays();
    }
}

void ExplainPage::showWays()
{
    const qsizetype at = m_among.indexOf(m_id);
    m_previous->setEnabled(at > 0);
    m_next->setEnabled(at >= 0 && at + 1 < m_among.size());
    m_previous->setVisible(m_among.size() > 1);
    m_next->setVisible(m_among.size() > 1);
}

void ExplainPage::close()
{
    m_loader.stop();
    m_id.clear();
    m_shown.reset();
}

void ExplainPage::move(int by)
{
    const qsizetype at = m_among.indexOf(m_id);
    if (at >= 0 && at + by >= 0 && at + by < m_among.size()) {
        const QWidget *focus = focusWidget();
        open(m_among.at(at + by), m_among, m_steps);
        if (focus == m_next && m_next->isEnabled()) {
            m_next->setFocus(Qt::OtherFocusReason);
        } else if (focus == m_previous && m_previous->isEnabled()) {
            m_previous->setFocus(Qt::OtherFocusReason);
        }
        Q_EMIT moved(m_id);
    }
}

void ExplainPage::showExplanation(const Explanation &explanation)
{
    if (m_shown == explanation) {
        return;
    }
    const bool isNew = !m_shown;
    m_shown = explanation;
    const Generation &generation = explanation.generation;
    const QString when = QLocale().toString(generation.createdAt.toLocalTime(), QLocale::ShortFormat);
    setTip(m_when, {});
    m_when->setText(tr("%1 · request %2").arg(when, generation.id));
    m_when->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const QString model = generation.plan ? generation.plan->offer.model : generation.request.model;
    m_subject->show(explanation, names());
    m_attempts->show(explanation, names(), nextStep().text);
    m_offers->show(explanation, names(), rule(model));
    m_price->show(explanation, names());
    m_settings->show(explanation, names());
    m_message->show(explanation, names());
    m_call->show(explanation);
    m_copy->setEnabled(true);
    m_cards->show();
    watchKeys();
    orderTabs();
    if (isNew) {
        m_scroll->verticalScrollBar()->setValue(0);
    }
}

void ExplainPage::showMissing()
{
    m_scroll->hide();
    m_missing->show();
}

Names ExplainPage::names() const
{
    return {[this](const QString &id) { return modelName(m_services.catalog, id); },
            [this](const QString &id) { return m_keys.name(id); }, parameterLabel, texts::one};
}

QString ExplainPage::rule(const QString &model) const
{
    const RoutingRule found = m_services.routing ? m_services.routing->rules().ruleFor(model) : RoutingRule();
    const QString order = orderText(found.order.value_or(RoutingOrder::Cheapest));
    return found.order ? tr("By your rules: %1").arg(order) : order;
}

void ExplainPage::copyText()
{
    if (m_shown) {
        QGuiApplication::clipboard()->setText(wording::explanationText(*m_shown, names()));
        Q_EMIT say(Meaning::Ok, tr("Copied, without keys and places of files"));
    }
}

void ExplainPage::showGateway()
{
    const GatewayState state = m_services.gateway.state();
    const bool isOn = state.kind == GatewayState::Kind::Listening;
    m_call->setGateway(state, isOn ? state.url : GatewayStarter::url(m_services.settings));
}

void ExplainPage::switchGatewayOn()
{
    m_services.settings.set(Setting::GatewayEnabled, true);
    m_services.starter.start();
}

void ExplainPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ExplainPage::arrange()
{
    const bool isWide = width() >= roomForTwo;
    m_sides->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    auto *left = findChild<QWidget *>(u"explain.left"_s);
    left->setMinimumWidth(isWide ? leftWidth : 0);
    left->setMaximumWidth(isWide ? leftWidth : QWIDGETSIZE_MAX);
    m_when->setVisible(width() >= roomForWhen);
}

} // namespace lightwell
