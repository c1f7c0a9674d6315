// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/enginesection.h"

#include "core/discovery/engineoffers.h"
#include "core/wording/enginewording.h"
#include "core/wording/wording.h"
#include "ui/enginefinder.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

EngineSection::EngineSection(EngineFinder &finder, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_finder(finder)
    , m_find(new Button(Button::Kind::Normal))
    , m_state(new TextLabel(TextLabel::Voice::Small))
    , m_rows(new QWidget)
{
    setObjectName(u"localEngines"_s);
    named(m_find, u"localEngines.find"_s, tr("Find local engines"));
    m_state->setObjectName(u"localEngines.state"_s);
    m_state->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(16, 8, 12, 8);
    auto *title = new TextLabel(TextLabel::Voice::Strong, tr("Engines on this computer"));
    title->setMinimumWidth(190); // as in the rows
    line->setSpacing(8);
    line->addWidget(title);
    line->addWidget(m_state, 1);
    line->addWidget(m_find);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_rows);
    connect(m_find, &QPushButton::clicked, this, &EngineSection::searchOrCancel);
    connect(&finder, &EngineFinder::changed, this, &EngineSection::showRows);
    connect(&finder, &EngineFinder::progressed, this,
            [this](int asked, int all) { showState(tr("Asked %1 of %2 addresses…").arg(asked).arg(all)); });
    connect(&finder, &EngineFinder::ended, this, [this](const Status &status) {
        showRows();
        if (!status) {
            showState(wording::sentence(status.error()));
        }
    });
    showRows();
}

void EngineSection::searchOrCancel()
{
    if (m_finder.isSearching()) {
        m_finder.cancel();
    } else {
        m_finder.search();
        showState(tr("Looking for engines…"));
    }
}

void EngineSection::showState(const QString &text)
{
    m_state->setText(text);
    const bool searches = m_finder.isSearching();
    m_find->setText(searches ? tr("Cancel") : tr("Find local engines"));
    m_find->setAccessibleName(searches ? tr("Cancel the search for local engines") : tr("Find local engines"));
}

void EngineSection::showRows()
{
    auto *rows = new QWidget;
    rows->setObjectName(u"localEngines.rows"_s);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const QList<FoundEngine> engines = m_finder.engines();
    for (qsizetype i = 0; i < engines.size(); ++i) {
        column->addWidget(new Hairline(Qt::Horizontal));
        column->addWidget(rowOf(engines.at(i), u"localEngine.%1"_s.arg(i), isAskedElsewhere(engines.at(i), engines)));
    }
    delete layout()->replaceWidget(m_rows, rows);
    m_rows->deleteLater(); // perhaps its button was pressed just now
    m_rows->hide();
    m_rows = rows;
    showState(
        engines.isEmpty()
            ? tr("Automatic1111, Forge, ComfyUI, stable-diffusion.cpp and LocalAI are found where they usually "
                 "listen. Nobody is asked before you say so.")
            : tr("Found on %1.").arg(QLocale().toString(engines.first().seen.toLocalTime(), QLocale::ShortFormat)));
}

/// Another one of its kind may well answer where it is asked.
bool EngineSection::isAskedElsewhere(const FoundEngine &engine, const QList<FoundEngine> &all) const
{
    const QUrl asked = m_finder.addressOf(engine.provider);
    return engine.use == FoundEngine::Use::Pictures
        && std::none_of(all.begin(), all.end(), [&](const FoundEngine &other) {
               return other.provider == engine.provider && isSameServer(other.address, asked);
           });
}

QWidget *EngineSection::rowOf(const FoundEngine &engine, const QString &name, bool isAskedElsewhere)
{
    auto *row = new QWidget;
    row->setObjectName(name);
    auto *title = new TextLabel(TextLabel::Voice::Strong,
                                engine.version.isEmpty() ? engine.name : QString(engine.name + u' ' + engine.version));
    title->setObjectName(name + u".name"_s);
    title->setMinimumWidth(190);
    auto *offer = new TextLabel(TextLabel::Voice::Muted,
                                tr("%1 · %2").arg(engine.address.toString(), wording::engineOffer(engine)));
    offer->setObjectName(name + u".offer"_s);
    offer->setWordWrap(true);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(16, 8, 12, 8);
    line->setSpacing(8);
    line->addWidget(title);
    line->addWidget(offer, 1);
    if (isAskedElsewhere) {
        auto *take = new Button(Button::Kind::Normal, tr("Use this address"));
        named(take, name + u".take"_s, tr("Ask %1 at %2 from now on").arg(engine.name, engine.address.toString()));
        connect(take, &QPushButton::clicked, this, [this, engine] { m_finder.takeAddress(engine); });
        line->addWidget(take);
    }
    return row;
}

} // namespace lightwell
