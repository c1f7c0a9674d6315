// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdamage.h"

#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/widgets/banner.h"

#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

SettingsDamage::SettingsDamage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_banner(new Banner(Meaning::Bad, u"settingsDamage"_s))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 0);
    layout->addWidget(m_banner);
    if (!settings.toString(Setting::DamagedFile).isEmpty()) { // else they cannot be kept
        m_banner->setAction(tr("Use these settings"));
        m_banner->setSecondAction(tr("Look through them"));
    }
    connect(m_banner, &Banner::actionTriggered, this, &SettingsDamage::accept);
    connect(m_banner, &Banner::secondTriggered, this, &SettingsDamage::settingsWanted);
    update();
}

void SettingsDamage::accept()
{
    if (const Status accepted = m_settings.accept(); !accepted) {
        m_banner->setText(wording::sentenceAtWindow(accepted.error()));
        return;
    }
    update();
}

void SettingsDamage::update()
{
    const Reason damaged = m_settings.trouble();
    m_banner->setText(wording::sentenceAtWindow(notSent(ErrorKind::Storage, damaged)));
    setVisible(!damaged.isEmpty());
}

} // namespace lightwell
