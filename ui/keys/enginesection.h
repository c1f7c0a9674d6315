// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/foundengine.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace lightwell {

class Button;
class EngineFinder;
class TextLabel;

/// The engines on this machine: looked for when the user asks, a row for each, and what can be done with it.
class EngineSection : public Card
{
    Q_OBJECT
public:
    explicit EngineSection(EngineFinder &finder, QWidget *parent = nullptr);

private:
    void searchOrCancel();
    void showRows();
    void showState(const QString &text);
    [[nodiscard]] QWidget *rowOf(const FoundEngine &engine, const QString &name, bool isAskedElsewhere);
    [[nodiscard]] bool isAskedElsewhere(const FoundEngine &engine, const QList<FoundEngine> &all) const;

    EngineFinder &m_finder;
    Button *m_find;
    TextLabel *m_state;
    QWidget *m_rows;
};

} // namespace lightwell
