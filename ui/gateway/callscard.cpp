// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/callscard.h"

#include "ui/widgets/button.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum Body { Rows, None, NoneOfThis };

constexpr int lettersShown = 12;
constexpr int roomForTook = 640; ///< px; in a narrower table it goes
constexpr int roomForInside = 860;
constexpr int roomForClient = 480;

} // namespace

CallsCard::CallsCard(QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_client(named(new ChoiceBox, u"callsClient"_s, tr("Client")))
    , m_rate(new TextLabel(TextLabel::Voice::Muted))
    , m_pause(named(new Button(Button::Kind::Normal, tr("Pa&use")), u"callsPause"_s, tr("Pause the log")))
    , m_body(new QStackedWidget)
{
    setObjectName(u"callsCard"_s);
    m_table = new RowTable(m_log,
                           {{CallLog::When, u"00:00:00"_s},
                            {CallLog::Client, {}, 3, roomForClient},
                            {CallLog::Call, {}, 4},
                            {CallLog::Offer, {}, 5},
                            {CallLog::Took, u"1 min 12 s"_s, 1, roomForTook},
                            {CallLog::Inside, tr("%1 ms").arg(u"000"_s), 1, roomForInside},
                            {CallLog::Cost, u"$0.000"_s},
                            {CallLog::Outcome, u"mm "_s + tr("504 no answer in time")}},
                           u"callsTable"_s, tr("Requests, the newest first"));
    m_body->addWidget(m_table);
    m_body->addWidget(new EmptyState(Icon::Gateway, tr("No program has called since this start"),
                                     tr("Every call gets a line here: whose it was, of which model, what it cost and "
                                        "how it was answered.")));
    m_body->addWidget(new EmptyState(Icon::Search, tr("No call of this client"), {}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addWidget(m_body, 1);
    layout->addSpacing(8); // the corners stay round
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &CallsCard::showState);
    connect(&m_log, &CallLog::taken, this, [this] {
        refill();
        showState();
    });
    refill();
    showState();
}

QWidget *CallsCard::buildHead()
{
    m_rate->setObjectName(u"callsRate"_s);
    m_client->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_client->setMinimumContentsLength(lettersShown);
    m_client->setMaxVisibleItems(16);
    m_pause->setCheckable(true);
    auto *promise = new TextLabel(TextLabel::Voice::Small, tr("No prompts are shown"));
    promise->setObjectName(u"callsPromise"_s);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(new TextLabel(TextLabel::Voice::Strong, tr("Requests")));
    row->addSpacing(4);
    row->addWidget(m_rate);
    row->addStretch(1);
    row->addWidget(new Sign(Meaning::Info));
    row->addWidget(promise);
    row->addSpacing(8);
    row->addWidget(m_client);
    row->addWidget(m_pause);
    connect(m_client, &QComboBox::currentIndexChanged, this,
            [this] { m_log.setClient(m_client->currentData().toString()); });
    connect(m_pause, &QAbstractButton::toggled, this, &CallsCard::setPaused);
    return head;
}

void CallsCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    m_tick.start();
    showState();
}

void CallsCard::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    m_tick.stop();
}

void CallsCard::setNames(const QHash<QString, QString> &clients)
{
    m_names = clients;
    m_log.setNames(clients);
    m_listed.clear();
    refill();
}

void CallsCard::setPaused(bool paused)
{
    m_pause->setText(paused ? tr("Go o&n") : tr("Pa&use"));
    m_pause->setAccessibleName(paused ? tr("Go on with the log") : tr("Pause the log"));
    m_log.setPaused(paused);
}

/// Whoever called, and whoever may; what was chosen stays.
void CallsCard::refill()
{
    QStringList ids = m_names.keys();
    for (const QString &id : m_log.clients()) {
        if (!ids.contains(id)) {
            ids.append(id);
        }
    }
    const auto name = [this](const QString &id) { return m_names.value(id, id); };
    std::sort(ids.begin(), ids.end(), [&name](const QString &a, const QString &b) {
        return name(a).compare(name(b), Qt::CaseInsensitive) < 0;
    });
    if (m_client->count() > 0 && ids == m_listed) {
        return;
    }
    m_listed = ids;
    const QSignalBlocker silent(m_client);
    const QString before = m_client->currentData().toString();
    m_client->clear();
    m_client->addItem(tr("All clients"), QString());
    for (const QString &id : ids) {
        m_client->addItem(name(id), id);
    }
    m_client->setCurrentIndex(std::max(0, m_client->findData(before)));
    m_log.setClient(m_client->currentData().toString());
}

void CallsCard::showState()
{
    const int rate = m_log.inLastMinute(QDateTime::currentDateTime());
    const QString paused = m_pause->isChecked() ? tr(" · paused, %1 more").arg(m_log.waiting()) : QString();
    m_rate->setText(tr("%1 in the last minute").arg(rate) + paused);
    m_body->setCurrentIndex(m_log.rowCount() > 0 ? Rows : m_log.isEmpty() ? None : NoneOfThis);
}

} // namespace lightwell
