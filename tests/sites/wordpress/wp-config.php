<?php
/** How the WordPress of the tests is set up. What differs from run to run comes from the environment (wordpress.ts). */
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'AMANA_DATABASE' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

define( 'WP_HOME', getenv( 'AMANA_SITE' ) );
define( 'WP_SITEURL', getenv( 'AMANA_SITE' ) );
// The encryption is the loopback server's.
$_SERVER['HTTPS'] = 'on';

// It calls nobody and changes no file of its own.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
$wp_filter['block_local_requests'][10]['tests'] = array( 'accepted_args' => 0, 'function' => '__return_true' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISALLOW_FILE_MODS', true );

// The tests comment faster than people do.
$wp_filter['comment_flood_filter'][99]['tests'] = array( 'accepted_args' => 0, 'function' => '__return_false' );

defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
