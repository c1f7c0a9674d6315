// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "core/adapter/adapterregistry.h"
#include "core/storage/settings.h"
#include "ui/gateway/gatewaygroup.h"
#include "ui/services.h"
#include "ui/settings/addressgroup.h"
#include "ui/settings/providerordergroup.h"
#include "ui/settings/routinggroup.h"
#include "ui/settings/storagegroup.h"
#include "ui/shortcuts/shortcutsdialog.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/names.h"
#include "ui/widgets/page.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/settinggroup.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const Services &services, Theme &theme, Keymap &keymap, StoreKeeper *keeper, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme)
    , m_keymap(keymap)
{
    setObjectName(u"settingsPage"_s);
    auto *page = new Page(tr("Settings"), tr("Every choice holds at once and is kept."), this);
    page->addWidget(buildLook());
    page->addWidget(buildKeyboard());
    page->addWidget(buildPictures());
    if (keeper) {
        page->addWidget(new StorageGroup(*keeper));
    }
    page->addWidget(new ProviderOrderGroup(services.adapters.providers(), services.settings));
    if (services.routing) {
        page->addWidget(new RoutingGroup(services, *services.routing));
    }
    page->addWidget(new GatewayGroup(services));
    page->addWidget(new AddressGroup(services.adapters.providers(), services.settings));
    page->addWidget(buildHelp());
    page->finish();
}

void SettingsPage::showControl(const QString &objectName)
{
    auto *control = findChild<QWidget *>(objectName);
    if (!control) {
        return;
    }
    control->setFocus(Qt::OtherFocusReason);
    if (auto *scroll = findChild<QScrollArea *>()) {
        scroll->ensureWidgetVisible(control);
    }
}

QWidget *SettingsPage::buildLook()
{
    auto *group = new SettingGroup(tr("Look"));
    auto *theme = new SegmentedControl;
    theme->setObjectName(u"theme"_s);
    theme->setAccessibleName(tr("Theme"));
    theme->addSegment(u"system"_s, tr("System"));
    theme->addSegment(u"light"_s, tr("Light"));
    theme->addSegment(u"dark"_s, tr("Dark"));
    theme->setCurrent(Theme::choiceName(m_theme.choice()));
    connect(theme, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_services.settings.set(Setting::Theme, id);
        m_theme.setChoice(Theme::choiceFromName(id));
    });
    group->addRow(tr("Theme"), tr("System follows your desktop, also while Lightwell runs."), theme);
    return group;
}

QWidget *SettingsPage::buildKeyboard()
{
    auto *group = new SettingGroup(tr("Keyboard"));
    auto *open = named(new Button(Button::Kind::Normal, tr("Change…")), u"shortcuts"_s, tr("Change shortcuts"));
    connect(open, &QPushButton::clicked, this, [this] {
        auto *dialog = new ShortcutsDialog(m_keymap, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    group->addRow(tr("S&hortcuts"), tr("Everything that has keys, and which. Each can have others."), open);
    return group;
}

QWidget *SettingsPage::buildHelp()
{
    auto *group = new SettingGroup(tr("Help"));
    auto *open = named(new Button(Button::Kind::Normal, tr("Show")), u"welcome"_s, tr("Show the welcome"));
    connect(open, &QPushButton::clicked, this, &SettingsPage::welcomeWanted);
    group->addRow(tr("We&lcome"), tr("The page of the first start: examples, keys, and a look around."), open);
    return group;
}

QWidget *SettingsPage::buildPictures()
{
    auto *group = new SettingGroup(tr("Pictures and money"));
    const auto add = [this, group](Setting setting, const QString &name, const QString &title, const QString &text) {
        auto *control = named(new Switch, name, texts::withoutMnemonic(title));
        control->setChecked(m_services.settings.toBool(setting));
        connect(control, &QAbstractButton::toggled, this,
                [this, setting](bool on) { m_services.settings.set(setting, on); });
        group->addRow(title, text, control);
    };
    add(Setting::EmbedRecipe, u"embedRecipe"_s, tr("Write the &recipe into pictures"),
        tr("Prompt, model, provider, seed, size, cost and date travel inside the file."));
    addUnknownPrices(*group);
    add(Setting::FailoverAfterUnknown, u"failoverAfterUnknown"_s, tr("Try another &provider after an unknown outcome"),
        tr("A lost connection may have been billed already; another try may be billed as well."));
    add(Setting::ShowPreviews, u"showPreviews"_s, tr("Show pre&views while a picture is painted"),
        tr("Models by OpenAI send sketches. They cost a little more; the price before the click counts them."));
    add(Setting::NotifyWhenDone, u"notifyWhenDone"_s, tr("&Notify when pictures are done"),
        tr("By a message of the desktop, while this window is not in front. It never holds the prompt."));
    addQuestions(*group);
    addCurrency(*group);
    auto *timeout = named(new QSpinBox, u"requestTimeout"_s, tr("Longest wait for a picture, in seconds"));
    const auto [least, most] = Settings::range(Setting::RequestTimeoutSeconds);
    timeout->setRange(least, most);
    timeout->setSuffix(tr(" s"));
    timeout->setSingleStep(30);
    timeout->setValue(m_services.settings.toInt(Setting::RequestTimeoutSeconds));
    connect(timeout, &QSpinBox::valueChanged, this,
            [this](int seconds) { m_services.settings.set(Setting::RequestTimeoutSeconds, seconds); });
    group->addRow(tr("Longest &wait for a picture"),
                  tr("After this Lightwell stops waiting. A job that goes on at the provider is asked for again later; "
                     "asking costs nothing."),
                  timeout);
    return group;
}

void SettingsPage::addUnknownPrices(SettingGroup &group)
{
    auto *choice = named(new QComboBox, u"unknownPrices"_s, tr("Models of unknown price"));
    choice->addItem(tr("Ask"), u"ask"_s);
    choice->addItem(tr("Allow"), u"allow"_s);
    choice->addItem(tr("Refuse"), u"refuse"_s);
    choice->setCurrentIndex(choice->findData(m_services.settings.toString(Setting::UnknownPrices)));
    connect(choice, &QComboBox::currentIndexChanged, this,
            [this, choice] { m_services.settings.set(Setting::UnknownPrices, choice->currentData()); });
    group.addRow(
        tr("Models of &unknown price"),
        tr("Ask: the window asks before each start; the command line and the gateway refuse them unless they are "
           "told that it may be so."),
        choice);
}

/// Only for the eye, so the day of the rate is that on which somebody wrote it down.
void SettingsPage::addCurrency(SettingGroup &group)
{
    auto *box = new QWidget;
    auto *code = named(new QLineEdit, u"currency"_s, tr("Code of the currency"));
    code->setPlaceholderText(tr("EUR"));
    code->setMaxLength(3);
    code->setFixedWidth(code->fontMetrics().horizontalAdvance(u"MMMMM"_s));
    code->setText(m_services.settings.toString(Setting::Currency));
    auto *rate = named(new QLineEdit, u"currencyRate"_s, tr("How much of it a dollar is"));
    rate->setPlaceholderText(u"0.92"_s);
    rate->setFixedWidth(rate->fontMetrics().horizontalAdvance(u"0000000000"_s));
    rate->setText(m_services.settings.toString(Setting::CurrencyRate));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(code);
    row->addWidget(rate);
    connect(code, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_services.settings.set(Setting::Currency, text.trimmed().toUpper()); });
    connect(rate, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_services.settings.set(Setting::CurrencyRate, text.trimmed());
        m_services.settings.set(Setting::CurrencyRateDate, QDate::currentDate().toString(Qt::ISODate));
    });
    group.addRow(
        tr("Show sums also &in"),
        tr("A currency and how much of it a dollar is. Sums are shown in it beside dollars, by this rate; nothing "
           "is reckoned in it."),
        box);
}

void SettingsPage::addQuestions(SettingGroup &group)
{
    auto *pictures = named(new QSpinBox, u"askAbovePictures"_s, tr("Ask before more pictures than"));
    const auto [fewest, most] = Settings::range(Setting::AskAbovePictures);
    pictures->setRange(fewest, most);
    pictures->setValue(m_services.settings.toInt(Setting::AskAbovePictures));
    connect(pictures, &QSpinBox::valueChanged, this,
            [this](int count) { m_services.settings.set(Setting::AskAbovePictures, count); });
    group.addRow(tr("Ask before &more pictures than"),
                 tr("One start of more than this asks once. So does an unknown price, unless one like it was paid for "
                    "before."),
                 pictures);
    auto *dollars = named(new QDoubleSpinBox, u"askAboveDollars"_s, tr("Ask before spending more than, in dollars"));
    const auto [least, dearest] = Settings::range(Setting::AskAboveCents);
    dollars->setRange(least / 100.0, dearest / 100.0);
    dollars->setPrefix(u"$"_s);
    dollars->setLocale(QLocale::c()); // money is written one way everywhere
    dollars->setValue(m_services.settings.toInt(Setting::AskAboveCents) / 100.0);
    connect(dollars, &QDoubleSpinBox::valueChanged, this,
            [this](double sum) { m_services.settings.set(Setting::AskAboveCents, qRound(sum * 100)); });
    group.addRow(tr("Ask before &spending more than"), tr("At one start, by the price before the click."), dollars);
}

} // namespace lightwell
