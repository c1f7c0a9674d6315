// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/providerordergroup.h"

#include "core/storage/settings.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString rowName(const QString &provider)
{
    return u"providerOrder."_s + provider;
}

Button *tool(Icon icon, const QString &objectName, const QString &what, const QString &said)
{
    auto *button = new Button(Button::Kind::Quiet);
    button->setIcon(themedIcon(icon, QPalette::PlaceholderText));
    setTip(button, what);
    return named(button, objectName, said);
}

/// Nothing while the page is still being put together.
QWidget *tabStopBefore(QWidget *widget)
{
    for (QWidget *before = widget->previousInFocusChain(); before != widget; before = before->previousInFocusChain()) {
        if ((before->focusPolicy() & Qt::TabFocus) && !before->focusProxy()) { // not the field inside a spin box
            return before;
        }
    }
    return nullptr;
}

} // namespace

ProviderOrderGroup::ProviderOrderGroup(const QList<ProviderInfo> &providers, Settings &settings, QWidget *parent)
    : SettingGroup(tr("Which provider first"),
                   tr("Where several providers offer a model, they are asked in this order. One that has just failed "
                      "waits at the end for a while."),
                   parent)
    , m_settings(settings)
    , m_list(new QWidget)
    , m_add(named(new Button(Button::Kind::Normal, tr("Add pro&vider…")), u"providerOrderAdd"_s,
                  tr("Add a provider to the order")))
{
    for (const ProviderInfo &provider : providers) {
        // What is built in has models nobody else offers.
        if (provider.needsBaseUrl || provider.defaultBaseUrl.scheme().startsWith("http"_L1)) {
            m_providers.append(provider);
        }
    }
    m_list->setObjectName(u"providerOrder"_s);
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    addWide(m_list);
    addRow(tr("By price"), tr("Whoever is not in the order: the cheapest first."), m_add);
    connect(m_add, &QPushButton::clicked, this, &ProviderOrderGroup::openMenu);
    connect(&settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ProviderOrder) {
            rebuild();
        }
    });
    rebuild();
}

QStringList ProviderOrderGroup::order() const
{
    QStringList order = m_settings.toStringList(Setting::ProviderOrder);
    order.removeDuplicates();
    order.removeAll(QString());
    return order;
}

QString ProviderOrderGroup::name(const QString &provider) const
{
    const auto found = std::find_if(m_providers.cbegin(), m_providers.cend(),
                                    [&](const ProviderInfo &info) { return info.id == provider; });
    return found == m_providers.cend() ? provider : found->name;
}

void ProviderOrderGroup::rebuild()
{
    while (QLayoutItem *item = m_list->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList providers = order();
    QWidget *before = tabStopBefore(m_add);
    for (qsizetype place = 0; place < providers.size(); ++place) {
        QWidget *row = makeRow(providers.at(place), place, providers.size());
        m_list->layout()->addWidget(row);
        row->show();
        const QList<Button *> buttons = row->findChildren<Button *>();
        for (Button *button : buttons) {
            if (before) {
                setTabOrder(before, button);
            }
            before = button;
        }
    }
    if (before) {
        setTabOrder(before, m_add);
    }
    m_list->setVisible(!providers.isEmpty());
    m_add->setEnabled(std::any_of(m_providers.cbegin(), m_providers.cend(),
                                  [&](const ProviderInfo &info) { return !providers.contains(info.id); }));
}

QWidget *ProviderOrderGroup::makeRow(const QString &provider, qsizetype place, qsizetype count)
{
    const QString called = name(provider);
    const QString said = tr("%1, place %2 of %3").arg(called).arg(place + 1).arg(count);
    auto *row = named(new QWidget, rowName(provider), said);
    auto *number = new TextLabel(TextLabel::Voice::Muted, QString::number(place + 1));
    number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    number->setMinimumWidth(fontMetrics().horizontalAdvance(u"00"_s));
    auto *up = tool(Icon::ChevronUp, rowName(provider) + u".up"_s, tr("Earlier"), tr("Earlier: %1").arg(said));
    auto *down = tool(Icon::ChevronDown, rowName(provider) + u".down"_s, tr("Later"), tr("Later: %1").arg(said));
    auto *away = tool(Icon::Close, rowName(provider) + u".remove"_s, tr("Out of the order"),
                      tr("Take out of the order: %1").arg(said));
    up->setEnabled(place > 0);
    down->setEnabled(place + 1 < count);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(15, 6, 11, 6);
    line->setSpacing(4);
    line->addWidget(number);
    line->addSpacing(8);
    line->addWidget(new TextLabel(TextLabel::Voice::Body, called), 1);
    line->addWidget(up);
    line->addWidget(down);
    line->addWidget(away);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(new Hairline(Qt::Horizontal));
    // Queued: the button that is pressed goes when the rows are made anew.
    connect(
        up, &QPushButton::clicked, this, [this, provider] { move(provider, -1); }, Qt::QueuedConnection);
    connect(
        down, &QPushButton::clicked, this, [this, provider] { move(provider, 1); }, Qt::QueuedConnection);
    connect(
        away, &QPushButton::clicked, this, [this, provider] { remove(provider); }, Qt::QueuedConnection);
    return row;
}

void ProviderOrderGroup::move(const QString &provider, int by)
{
    QStringList providers = order();
    const qsizetype from = providers.indexOf(provider);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= providers.size()) {
        return;
    }
    providers.move(from, to);
    keep(providers);
    // The keyboard goes along with the row.
    focusOn(provider, by < 0 ? QStringList {u"up"_s, u"down"_s} : QStringList {u"down"_s, u"up"_s});
}

void ProviderOrderGroup::remove(const QString &provider)
{
    QStringList providers = order();
    const qsizetype place = providers.indexOf(provider);
    providers.removeAll(provider);
    keep(providers);
    if (providers.isEmpty()) {
        m_add->setFocus(Qt::OtherFocusReason);
    } else {
        focusOn(providers.at(std::clamp<qsizetype>(place, 0, providers.size() - 1)), {u"remove"_s});
    }
}

void ProviderOrderGroup::openMenu()
{
    auto *menu = named(new QMenu(this), u"providerOrderMenu"_s, tr("Add a provider to the order"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList providers = order();
    for (const ProviderInfo &info : std::as_const(m_providers)) {
        if (!providers.contains(info.id)) {
            QAction *action = menu->addAction(info.name);
            action->setObjectName(u"providerOrderMenu."_s + info.id);
            connect(action, &QAction::triggered, this, [this, id = info.id] { keep(order() << id); });
        }
    }
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void ProviderOrderGroup::keep(const QStringList &order)
{
    m_settings.set(Setting::ProviderOrder, order);
}

/// On the first of the row's buttons that can be pressed.
void ProviderOrderGroup::focusOn(const QString &provider, const QStringList &parts)
{
    for (const QString &part : parts) {
        auto *button = m_list->findChild<Button *>(rowName(provider) + u'.' + part);
        if (button && button->isEnabled()) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace lightwell
