// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "core/adapter/adapterregistry.h"
#include "core/storage/settings.h"
#include "ui/gateway/gatewaygroup.h"
#include "ui/services.h"
#include "ui/settings/addressgroup.h"
#include "ui/settings/providerordergroup.h"
#include "ui/texts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/names.h"
#include "ui/widgets/page.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/settinggroup.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/theme.h"

#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const Services &services, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme)
{
    setObjectName(u"settingsPage"_s);
    auto *page = new Page(tr("Settings"), tr("Every choice holds at once and is kept."), this);
    page->addWidget(buildLook());
    page->addWidget(buildPictures());
    page->addWidget(new ProviderOrderGroup(services.adapters.providers(), services.settings));
    page->addWidget(new GatewayGroup(services));
    page->addWidget(new AddressGroup(services.adapters.providers(), services.settings));
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
    add(Setting::AllowUnknownPrice, u"allowUnknownPrice"_s, tr("Allow models of &unknown price under a budget"),
        tr("Without this they are refused while a budget applies, since nobody could keep it."));
    add(Setting::FailoverAfterUnknown, u"failoverAfterUnknown"_s, tr("Try another &provider after an unknown outcome"),
        tr("A lost connection may have been billed already; another try may be billed as well."));
    add(Setting::ShowPreviews, u"showPreviews"_s, tr("Show pre&views while a picture is painted"),
        tr("Models by OpenAI send sketches. They cost a little more; the price before the click counts them."));
    addQuestions(*group);
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
