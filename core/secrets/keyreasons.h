// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why there is no key to call a vendor with, and what a place for keys says of itself. The vendor is a text: its own
/// name.
namespace lightwell::reasons {

// Keys and addresses.
inline constexpr ReasonCode<QString> keyMissing {"key_missing"};
inline constexpr ReasonCode<QString, QString> keyMissingWithVariable {"key_missing_with_variable"};
inline constexpr ReasonCode<QString> keysMissing {"keys_missing"};
inline constexpr ReasonCode<QString, QString> keysMissingWithVariables {"keys_missing_with_variables"};
inline constexpr ReasonCode<QString, QString> namedKeyMissing {"named_key_missing"}; ///< vendor, and the key's name
// Set aside: vendor, and the key's name.
inline constexpr ReasonCode<QString> keyAsideRefused {"key_aside_refused"};
inline constexpr ReasonCode<QString, QString> namedKeyAsideRefused {"named_key_aside_refused"};
inline constexpr ReasonCode<QString> keyAsideWithoutFunds {"key_aside_without_funds"};
inline constexpr ReasonCode<QString, QString> namedKeyAsideWithoutFunds {"named_key_aside_without_funds"};
inline constexpr ReasonCode<> keyNameUnusable {"key_name_unusable"};
inline constexpr ReasonCode<> keyEmpty {"key_empty"};
/// Vendor, and what it needs besides the key: names, and the environment's variables
inline constexpr ReasonCode<QString, QStringList, QStringList> fieldsMissing {"fields_missing"};
inline constexpr ReasonCode<QString, QString> fieldUnknown {"field_unknown"}; ///< vendor, what somebody wrote
/// Vendor, the field's label, how one looks.
inline constexpr ReasonCode<QString, QString, QString> fieldMisshapen {"field_misshapen"};
inline constexpr ReasonCode<QString, QString> fieldUnsendable {"field_unsendable"}; ///< a line break, for instance
inline constexpr ReasonCode<QString> keyDocumentUnreadable {"key_document_unreadable"}; ///< path
inline constexpr ReasonCode<> keyDocumentBroken {"key_document_broken"};
inline constexpr ReasonCode<QString, QString> addressNotSet {"address_not_set"};
inline constexpr ReasonCode<QString> addressUnusable {"address_unusable"};
inline constexpr ReasonCode<QString> addressWithQuery {"address_with_query"};
inline constexpr ReasonCode<QString> addressNamesUser {"address_names_user"};
inline constexpr ReasonCode<QString> addressOpenToReaders {"address_open_to_readers"}; ///< http over the network
/// Vendor and address: http into the local network, with a key
inline constexpr ReasonCode<QString, QString> keyWouldBeReadable {"key_would_be_readable"};
inline constexpr ReasonCode<> keyWithControlCharacter {"key_with_control_character"};
inline constexpr ReasonCode<> keyWithForeignCharacter {"key_with_foreign_character"};
inline constexpr ReasonCode<QString, Reason> keyUnusable {"key_unusable"}; ///< one of these
inline constexpr ReasonCode<QString, QString, Reason> keyOfVariableUnusable {
    "key_of_variable_unusable"}; ///< and the environment's variable
inline constexpr ReasonCode<Reason> noPlaceReadable {"no_place_readable"};
inline constexpr ReasonCode<Reason> noPlaceReadableLocked {"no_place_readable_locked"};
inline constexpr ReasonCode<ProviderId> providerUnknown {"provider_unknown"};

// The keychain.
inline constexpr ReasonCode<> keychainLocked {"keychain_locked"};
inline constexpr ReasonCode<> keychainUnprepared {"keychain_unprepared"}; ///< never set up
inline constexpr ReasonCode<> keychainRefused {"keychain_refused"};
inline constexpr ReasonCode<> keychainAbsent {"keychain_absent"};
inline constexpr ReasonCode<> keychainSilent {"keychain_silent"};
inline constexpr ReasonCode<> keychainWithoutKey {"keychain_without_key"};
inline constexpr ReasonCode<> keychainUnusable {"keychain_unusable"};
inline constexpr ReasonCode<Reason, Reason> keychainBecause {"keychain_because"}; ///< one of these, and what it says

// What it says.
inline constexpr ReasonCode<> keychainNotRunning {"keychain_not_running"};
inline constexpr ReasonCode<> keychainNotSetUp {"keychain_not_set_up"};
inline constexpr ReasonCode<> keychainIsLocked {"keychain_is_locked"};
inline constexpr ReasonCode<> keychainDoesNotAnswer {"keychain_does_not_answer"};

// The key file.
inline constexpr ReasonCode<> keyFileLocked {"key_file_locked"};
inline constexpr ReasonCode<Reason> keyFileLockedBecause {"key_file_locked_because"};
inline constexpr ReasonCode<> keyFileWithoutKey {"key_file_without_key"};
inline constexpr ReasonCode<> keyFileUnusable {"key_file_unusable"};

// What it says.
inline constexpr ReasonCode<QString> keyFileDamaged {"key_file_damaged"};
inline constexpr ReasonCode<> encryptionUnusable {"encryption_unusable"};
inline constexpr ReasonCode<> passphraseEmpty {"passphrase_empty"};
inline constexpr ReasonCode<> passphraseWrong {"passphrase_wrong"};
inline constexpr ReasonCode<> passphraseNeeded {"passphrase_needed"};
inline constexpr ReasonCode<> passphraseNeededFirst {"passphrase_needed_first"};
inline constexpr ReasonCode<> keyFileNotOpened {"key_file_not_opened"};
inline constexpr ReasonCode<qint64> keyFileNotMade {"key_file_not_made"}; ///< memory it takes, in MiB
inline constexpr ReasonCode<> keyFileMadeAnew {"key_file_made_anew"};
inline constexpr ReasonCode<> keyFileOlder {"key_file_older"};
inline constexpr ReasonCode<> keyFileFull {"key_file_full"};
inline constexpr ReasonCode<> keyFileBeingWritten {"key_file_being_written"};

} // namespace lightwell::reasons
