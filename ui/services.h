// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell {

class Catalog;
class ClientRegistry;
class Engine;
class Gateway;
class Journal;
class Keyring;
class Ledger;
class Settings;

/// What the pages of the window work with. Built by app/, outlives the window.
struct Services
{
    Engine &engine;
    Gateway &gateway;
    Keyring &keyring;
    Ledger &ledger;
    Journal &journal;
    ClientRegistry &clients;
    Settings &settings;
    const Catalog &catalog;
};

} // namespace lightwell
