// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/settingscard.h"

#include "core/wording/explainwords.h"
#include "core/wording/wording.h"
#include "ui/compare/emulationtext.h"
#include "ui/explain/valuetext.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

enum Column { Setting, Asked, Sent, Treated, columns };

constexpr int shownLines = 2; ///< of a long value

std::pair<Meaning, Icon> signOf(const PlannedParameter &planned)
{
    switch (planned.treatment) {
    case Treatment::Passed:
        return planned.missed ? std::pair {Meaning::Warning, Icon::Warning} : std::pair {Meaning::Neutral, Icon::Check};
    case Treatment::Renamed:
        return {Meaning::Neutral, Icon::ArrowRight};
    case Treatment::Converted:
        return planned.missed ? std::pair {Meaning::Warning, Icon::Warning} : std::pair {Meaning::Info, Icon::Swap};
    case Treatment::Emulated:
        return {Meaning::Warning, Icon::Warning};
    case Treatment::Dropped:
        return {Meaning::Bad, Icon::No};
    }
    Q_UNREACHABLE();
}

QWidget *doneCell(const PlannedParameter &planned, const Names &names)
{
    const auto [meaning, icon] = signOf(planned);
    auto *sign = new Sign(meaning);
    sign->setIcon(icon);
    auto *word = new TextLabel(meaning == Meaning::Neutral ? TextLabel::Voice::Muted : TextLabel::Voice::Body,
                               wording::treatmentWord(planned));
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(sign);
    head->addWidget(word, 1);
    auto *cell = new QWidget;
    auto *layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addLayout(head);
    if (const QString why = wording::sentence(planned.reason, names); !why.isEmpty()) {
        auto *reason = new TextLabel(TextLabel::Voice::Small, why);
        reason->setWordWrap(true);
        reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(reason);
    }
    return cell;
}

void addHead(QGridLayout *grid, const QString &provider)
{
    const QStringList names {SettingsCard::tr("Setting"), SettingsCard::tr("Asked"),
                             SettingsCard::tr("Sent to %1 as").arg(provider), SettingsCard::tr("What was done")};
    for (int column = 0; column < columns; ++column) {
        auto *name = new TextLabel(TextLabel::Voice::Section, names.at(column));
        name->setElided(true);
        grid->addWidget(name, 0, column);
    }
    grid->addWidget(new Hairline(Qt::Horizontal), 1, 0, 1, columns);
}

} // namespace

SettingsCard::SettingsCard(QWidget *parent)
    : ExplainCard(u"explain.settings"_s, tr("What was asked, what was sent"), parent)
{
}

void SettingsCard::show(const Explanation &explanation, const Names &names)
{
    setNote(wording::treatmentCounts(explanation));
    QVBoxLayout *layout = renew();
    const Generation &generation = explanation.generation;
    if (!generation.plan) {
        const QString why = explanation.isRunning() ? tr("It waits; nothing was laid out for a provider yet.")
                                                    : tr("What was sent for this request is not kept.");
        auto *none = new TextLabel(TextLabel::Voice::Small, why);
        none->setWordWrap(true);
        none->setContentsMargins(16, 10, 16, 10);
        layout->addWidget(none);
        return;
    }
    auto *grid = new QGridLayout;
    grid->setContentsMargins(16, 8, 16, 8);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(Asked, 3);
    grid->setColumnStretch(Sent, 4);
    grid->setColumnStretch(Treated, 4);
    const QString provider = generation.plan->offer.provider;
    addHead(grid, names.provider ? names.provider(provider) : provider);
    int row = 2;
    for (const ExplainedSetting &setting : explanation.settings) {
        const PlannedParameter &planned = setting.planned;
        const QString label = parameterLabel(planned.name);
        const QString name = u"explain.setting."_s + planned.name;
        if (row > 2) {
            grid->addWidget(new Hairline(Qt::Horizontal), row++, 0, 1, columns);
        }
        auto *title = new TextLabel(TextLabel::Voice::Body, label);
        title->setWordWrap(true);
        auto *asked = new ValueText(name + u".asked"_s, tr("%1, asked").arg(label), shownLines);
        asked->setValue(wording::jsonText(planned.asked));
        auto *sent = new ValueText(name + u".sent"_s, tr("%1, sent").arg(label), shownLines);
        sent->setValue(wording::sentText(setting));
        grid->addWidget(title, row, Setting, Qt::AlignTop);
        grid->addWidget(asked, row, Asked, Qt::AlignTop);
        grid->addWidget(sent, row, Sent, Qt::AlignTop);
        grid->addWidget(doneCell(planned, names), row++, Treated, Qt::AlignTop);
    }
    layout->addLayout(grid);
}

} // namespace lightwell
