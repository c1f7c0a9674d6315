// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/presetbar.h"

#include "ui/export/presetdialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>

namespace lightwell {

using namespace Qt::StringLiterals;

PresetBar::PresetBar(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_presets(settings)
    , m_box(named(new ChoiceBox, u"exportPreset"_s, tr("Preset")))
    , m_more(named(new Button(Button::Kind::Quiet), u"exportPresetMore"_s, tr("More for this preset")))
{
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(11);
    auto *label = new TextLabel(TextLabel::Voice::Muted, tr("Preset"));
    label->setBuddy(m_box);
    auto *save =
        named(new Button(Button::Kind::Normal, tr("Save &preset…")), u"exportPresetSave"_s, tr("Save preset…"));
    m_more->setIcon(themedIcon(Icon::More));
    setTip(m_more, tr("Rename or delete this preset"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_box);
    layout->addWidget(m_more);
    layout->addWidget(save);
    connect(m_box, &QComboBox::activated, this, [this] {
        if (const ExportPreset *preset = m_presets.find(m_box->currentData().toString())) {
            Q_EMIT chosen(preset->settings);
        }
        fillBox();
    });
    connect(save, &QPushButton::clicked, this, [this] {
        ask(tr("Save preset"), m_box->currentData().toString(),
            [this](const QString &name) { m_presets.save(name, m_now); });
    });
    connect(m_more, &QPushButton::clicked, this, &PresetBar::openMenu);
    connect(&m_presets, &ExportPresets::changed, this, &PresetBar::fillBox);
    fillBox();
}

void PresetBar::showSettings(const ExportSettings &settings)
{
    m_now = settings;
    fillBox();
}

/// What the fields say is a preset only as long as it is that to the letter.
void PresetBar::fillBox()
{
    const QSignalBlocker silent(m_box);
    m_box->clear();
    m_box->addItem(m_presets.all().isEmpty() ? tr("None saved") : tr("None"), QString());
    int current = 0;
    for (const ExportPreset &preset : m_presets.all()) {
        m_box->addItem(preset.name, preset.name);
        if (preset.settings == m_now) {
            current = m_box->count() - 1;
        }
    }
    m_box->setCurrentIndex(current);
    m_box->setEnabled(!m_presets.all().isEmpty());
    m_more->setEnabled(current > 0);
}

void PresetBar::ask(const QString &title, const QString &name, const std::function<void(const QString &)> &then)
{
    auto *dialog = new PresetDialog(title, name, m_presets, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [dialog, then] { then(dialog->name()); });
    dialog->open();
}

void PresetBar::openMenu()
{
    const QString name = m_box->currentData().toString();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"exportPresetMenu"_s);
    menu->setAccessibleName(m_more->accessibleName());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *rename = menu->addAction(tr("&Rename…"));
    rename->setObjectName(u"exportPresetRename"_s);
    connect(rename, &QAction::triggered, this, [this, name] {
        ask(tr("Rename preset"), name, [this, name](const QString &other) { m_presets.rename(name, other); });
    });
    QAction *remove = menu->addAction(themedIcon(Icon::Trash), tr("&Delete"));
    remove->setObjectName(u"exportPresetDelete"_s);
    connect(remove, &QAction::triggered, this, [this, name] { this->remove(name); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void PresetBar::remove(const QString &name)
{
    const ExportPreset *preset = m_presets.find(name);
    if (!preset) {
        return;
    }
    const ExportPreset removed = *preset;
    m_presets.remove(name);
    Q_EMIT offer(Meaning::Ok, tr("The preset “%1” is deleted.").arg(name), tr("&Undo"),
                 [this, removed] { m_presets.save(removed.name, removed.settings); });
}

} // namespace lightwell
