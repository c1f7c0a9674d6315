// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/optionspanel.h"

#include "ui/compare/projectbox.h"
#include "ui/compare/qualitycontrol.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldbutton.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QSlider>
#include <QSpinBox>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

TextLabel *labelFor(const QString &text, QWidget *buddy)
{
    auto *label = new TextLabel(TextLabel::Voice::Section, text);
    label->setBuddy(buddy);
    return label;
}

} // namespace

OptionsPanel::OptionsPanel(const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_pictures(named(new QSpinBox, u"pictures"_s, tr("Pictures of each model")))
    , m_seed(named(new QLineEdit, u"seed"_s, tr("Seed")))
    , m_format(named(new ChoiceBox, u"format"_s, tr("File format")))
    , m_quality(new QualityControl(u"compression"_s))
    , m_project(named(new ProjectBox, u"project"_s, tr("Project")))
    , m_reason(new TextLabel(TextLabel::Voice::Small))
{
    m_pictures->setRange(1, CompareForm::maxPictures);
    m_format->addItem(tr("As made"), QString());
    for (const ImageFormat format : deliverableFormats()) {
        m_format->addItem(formatLabel(format), formatName(format));
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->addWidget(labelFor(tr("Pictures &each"), m_pictures), 0, 0);
    grid->addWidget(labelFor(tr("&Seed"), m_seed), 0, 1);
    grid->addWidget(m_pictures, 1, 0);
    grid->addWidget(buildSeed(keymap), 1, 1);
    grid->setRowMinimumHeight(2, 4);
    grid->addWidget(labelFor(tr("&Format"), m_format), 3, 0);
    grid->addWidget(labelFor(tr("&Quality"), m_quality->slider()), 3, 1);
    grid->addWidget(m_format, 4, 0);
    grid->addWidget(m_quality, 4, 1);
    m_reason->setObjectName(u"compressionReason"_s);
    m_reason->setWordWrap(true);
    grid->addWidget(m_reason, 5, 0, 1, 2);
    grid->setRowMinimumHeight(6, 4);
    grid->addWidget(labelFor(tr("Pro&ject"), m_project), 7, 0, 1, 2);
    grid->addWidget(m_project, 8, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_pictures, &QSpinBox::valueChanged, this, &OptionsPanel::edited);
    connect(m_seed, &QLineEdit::textChanged, this, &OptionsPanel::edited);
    connect(m_quality, &QualityControl::edited, this, &OptionsPanel::edited);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        updateCompression();
        Q_EMIT edited();
    });
    connect(m_project, &ProjectBox::edited, this, &OptionsPanel::edited);
    updateCompression();
}

void OptionsPanel::setProjects(const QStringList &names)
{
    m_project->setProjects(names);
}

QString OptionsPanel::problem() const
{
    return m_project->problem();
}

QWidget *OptionsPanel::buildSeed(const Keymap &keymap)
{
    m_seed->setPlaceholderText(tr("Random"));
    setTip(m_seed,
           tr("The same seed makes the same picture again, where a model takes one. Further pictures take "
              "the next numbers. Empty: a new one each time."));
    static const QRegularExpression digits(u"[0-9]{0,10}"_s);
    m_seed->setValidator(new QRegularExpressionValidator(digits, m_seed));
    m_seed->setClearButtonEnabled(false);
    auto *dice = named(new FieldButton(Icon::Dice, m_seed), u"seedDice"_s, tr("Draw a seed"));
    setTip(dice, tr("Draw a seed"), keymap, KeyAction::DrawSeed);
    setShortcut(dice, keymap, KeyAction::DrawSeed);
    connect(dice, &QPushButton::clicked, this,
            [this] { m_seed->setText(QString::number(QRandomGenerator::global()->bounded(100'000, 999'999))); });
    return m_seed;
}

std::optional<ImageFormat> OptionsPanel::format() const
{
    return formatFromName(m_format->currentData().toString());
}

void OptionsPanel::updateCompression()
{
    const std::optional<ImageFormat> chosen = format();
    const bool lossy = chosen && formatIsLossy(*chosen);
    QString reason;
    if (!chosen) {
        reason = tr("The file stays as the provider makes it.");
    } else if (!lossy) {
        reason = tr("%1 has no quality to choose.").arg(formatLabel(*chosen));
    }
    m_quality->setReason(reason);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void OptionsPanel::read(CompareForm &form) const
{
    form.pictures = m_pictures->value();
    bool isNumber = false;
    const qint64 seed = m_seed->text().toLongLong(&isNumber);
    form.seed = isNumber ? std::optional(seed) : std::nullopt;
    form.format = format();
    form.compression = m_quality->value();
    form.project = m_project->project();
}

void OptionsPanel::set(const CompareForm &form)
{
    m_pictures->setValue(form.pictures);
    m_seed->setText(form.seed ? QString::number(*form.seed) : QString());
    m_format->setCurrentIndex(std::max(0, m_format->findData(form.format ? formatName(*form.format) : QString())));
    m_quality->setValue(form.compression);
    m_project->setProject(form.project);
    updateCompression();
}

} // namespace lightwell
