// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

class QVBoxLayout;

namespace lightwell {

class CellActions;
class CompareSession;
class ProviderKeys;
class RunSection;
class SteadyClock;

/// The runs below each other, the newest on top. Each section hears how much room there is and what of it is in sight.
class RunList : public QScrollArea
{
    Q_OBJECT
public:
    RunList(CompareSession &session, const ProviderKeys &keys, CellActions &actions, const SteadyClock &clock,
            QWidget *parent = nullptr);
    struct Place
    {
        int run = 0; ///< 0: none
        int cell = 0;
    };
    RunSection *add(int run); ///< where it belongs; call updateNewest() and updateRooms() when it is in sight
    void remove(int run); ///< the same
    [[nodiscard]] RunSection *section(int run) const;
    [[nodiscard]] const QList<RunSection *> &sections() const { return m_sections; } ///< newest first
    [[nodiscard]] RunSection *newest() const { return m_sections.value(0); } ///< null: there is none
    [[nodiscard]] Place placeOf(const QWidget *widget) const; ///< of the cell that it is or is in
    void updateNewest();
    void updateRooms();
    [[nodiscard]] bool arePicturesShown() const;

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void updateSeen();
    void holdTop();
    void moveKeyboard(int fromRun, int rows);
    CompareSession &m_session;
    const ProviderKeys &m_keys;
    CellActions &m_actions;
    const SteadyClock &m_clock;
    QVBoxLayout *m_runs;
    QList<RunSection *> m_sections;
    QTimer m_seenSoon;
    QPointer<QWidget> m_top; ///< the topmost cell in sight, which stays there when the window gets another size
    int m_topOffset = 0;
};

} // namespace lightwell
